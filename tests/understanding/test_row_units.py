"""Ambiguous figures: what the row writes in the same unit says what its points mean."""

from tests.understanding.grids import understood


def test_a_figure_is_read_as_its_rows_figure_of_the_same_unit_is() -> None:
    found = understood(
        """
        Pelayanan | Target | Realisasi
        Volume sampah | 1.733.980 m3 | 79.912 m3
        Penyedotan tinja | 340 M3 | 338.5 M3
        Luas taman | 12 Ha | 11.25 Ha
        """
    )

    chosen = [cell.chosen.value if cell and cell.chosen else None for cell in found.cells[0]]
    assert chosen[1:] == [1733980, 79912]

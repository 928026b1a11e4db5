"""What was chosen where the published report contradicts itself, and why."""

from saksama.kernel.record import Choice

CHOICES = (
    Choice(
        "Realisasi 2020 indikator IK1",
        "93,28%",
        "Tabel 3.2 sampai 3.6 dan teks Bab III memakai 93,28; hanya tabel pertama Bab III memakai 67,5.",
    ),
    Choice(
        "Realisasi 2020 indikator IK2",
        "100%",
        "Tabel 3.2 sampai 3.6 memakai 100; hanya tabel pertama Bab III memakai 40, sama dengan targetnya.",
    ),
    Choice(
        "Target 2020 indikator IK2",
        "40%",
        "Renstra, IKU, dan perjanjian kinerja menyebut 40; hanya Tabel 3.5 dan teksnya menyebut 80.",
    ),
    Choice(
        "Realisasi 2019 indikator IK2",
        "84,69%",
        "Tabel 3.2; angka 225,85 dalam Tabel 3.3 adalah capaian (84,69 ÷ 37,5), bukan realisasi.",
    ),
    Choice(
        "Capaian 2019",
        "Tidak dihitung",
        "Laporan tidak memuat target 2019; capaian yang dicetak (87,90 dan 225,84) dibagi data awal 2018.",
    ),
    Choice(
        "Target akhir periode",
        "75; 47,5; dan 84,9",
        "Matriks Renstra dan IKU; Tabel 3.3 menyebut 80 untuk IK2 dan 72,5 untuk survei kepuasan masyarakat.",
    ),
    Choice(
        "Indikator tujuan",
        "Realisasi dibiarkan kosong",
        "Laporan memuat target indikator tujuan, tetapi tidak memuat realisasinya.",
    ),
    Choice(
        "Nama program",
        "Seperti Tabel 3.7",
        "Perjanjian kinerja, Tabel 3.6, dan Tabel 3.7 memakai nama program yang berbeda-beda.",
    ),
    Choice(
        "Rincian program II dan III",
        "Hanya jumlah program yang dipakai",
        "Rincian program II berjumlah 731.364.300 dan 678.093.258, program III 234.226.500 dan 211.192.881; keduanya "
        "tidak sama dengan jumlah programnya. Rincian program I dan IV cocok.",
    ),
    Choice(
        "Jumlah anggaran",
        "Rp4.827.274.899 dan Rp4.364.506.894",
        "Jumlah empat program, dan dipakai teks (90,41%); baris JUMLAH mencetak 8.582.457.773 dan 7.564.699.365.",
    ),
    Choice(
        "Program pendukung",
        "II dan IV untuk IK1, III untuk IK2, I untuk IK3",
        "Perjanjian kinerja dan Tabel 3.6; Tabel 3.5 memakai anggaran seluruh badan untuk survei kepuasan masyarakat.",
    ),
    Choice(
        "Indikator program",
        "Satu indikator program II dan IV dicatat pada program IV",
        "Tabel 3.6 mencantumkan satu indikator untuk dua program; tiap angka dicatat satu kali.",
    ),
    Choice(
        "Sasaran kedua",
        "Meningkatnya kinerja pelayanan perangkat daerah",
        "Rumusan Renstra dan IKU; perjanjian kinerja memakai rumusan lain dengan target 90% tanpa indikator.",
    ),
    Choice(
        "Skala penilaian",
        "Mulai 110; mulai 90; mulai 60; di bawah 60",
        "Skala yang dicetak tidak memuat nilai tepat 90 dan tepat 60; keduanya dimasukkan ke kelas di atasnya.",
    ),
    Choice(
        "Dasar hukum",
        "Perpres 29/2014 dan PermenPANRB 53/2014",
        "Laporan menyebut Inpres 7/1999 dan PermenPAN 29/2010 yang sudah diganti.",
    ),
    Choice(
        "Kegiatan yang tidak terlaksana",
        "Disebut tidak terlaksana sepenuhnya",
        "Teks menyebut pemantauan orang asing tidak dilaksanakan; Tabel 3.7 mencatat realisasinya Rp1.650.000.",
    ),
    Choice(
        "Tanggal laporan",
        "26 Februari 2021",
        "Laporan hanya menyebut Februari 2021; dipilih hari kerja terakhir bulan itu.",
    ),
    Choice(
        "Lembar indikator",
        "Definisi dan penanggung jawab ditulis untuk contoh",
        "Laporan tidak memuat lembar indikator; yang tidak dapat diperkirakan dibiarkan kosong.",
    ),
    Choice("Nama orang", "Nama dan NIP rekaan", "Data pribadi tidak dimuat dalam contoh."),
)

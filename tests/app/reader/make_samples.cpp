// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the good files that the tests of the reader need into a folder: make_samples FOLDER.
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>

namespace {

bool writePdf(const QString& path)
{
    QPdfWriter writer(path);
    writer.setTitle(QStringLiteral("Evaluation report"));
    writer.setResolution(72);
    QPainter painter(&writer);
    painter.drawText(72, 72, QStringLiteral("first page"));
    const bool more = writer.newPage();
    painter.drawText(72, 72, QStringLiteral("second page"));
    painter.fillRect(72, 100, 200, 100, Qt::black);
    return painter.end() && more;
}

bool writeImages(const QDir& folder)
{
    QImage image(300, 150, QImage::Format_ARGB32);
    image.fill(Qt::white);
    for (int y = 0; y < 75; ++y)
        for (int x = 0; x < 300; ++x)
            image.setPixelColor(x, y, Qt::black);
    // A few kilobytes that unfold to 144 million pixels.
    QImage huge(12'000, 12'000, QImage::Format_Mono);
    huge.fill(0);
    return image.save(folder.filePath(QStringLiteral("good.png")))
        && image.save(folder.filePath(QStringLiteral("good.jpg")))
        && huge.save(folder.filePath(QStringLiteral("huge.png")));
}

bool writeSvg(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly)
        && file.write("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\" viewBox=\"0 0 40 20\">"
                      "<rect width=\"20\" height=\"20\"/><text x=\"22\" y=\"12\" font-size=\"8\">AUC</text></svg>")
        > 0;
}

} // namespace

int main(int argc, char** argv)
{
    const QGuiApplication app(argc, argv);
    const QDir folder(QGuiApplication::arguments().value(1));
    const bool ok = argc == 2 && writePdf(folder.filePath(QStringLiteral("good.pdf"))) && writeImages(folder)
        && writeSvg(folder.filePath(QStringLiteral("good.svg")));
    return ok ? 0 : 1;
}

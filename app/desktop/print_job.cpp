// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/print_job.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QTextDocument>

#include <memory>

namespace cs::app {

void printHtml(QWidget* parent, const QString& title, const QString& html)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(title);
    auto* dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    QObject::connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), dialog, [printer, html](QPrinter*) {
        QTextDocument document;
        document.setHtml(html);
        document.print(printer.get());
    });
    dialog->open();
}

QByteArray pdfOf(const QString& title, const QString& html)
{
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&bytes);
        writer.setTitle(title);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(18, 18, 18, 18), QPageLayout::Millimeter);
        QTextDocument document;
        document.setHtml(html);
        document.print(&writer);
    }
    return bytes.data();
}

void printPicture(QWidget* parent, const QString& title, const QImage& picture)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(title);
    printer->setPageOrientation(picture.width() > picture.height() ? QPageLayout::Landscape : QPageLayout::Portrait);
    auto* dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    QObject::connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), dialog, [printer, picture](QPrinter*) {
        QPainter painter(printer.get());
        const QRect page = painter.viewport();
        QSize size = picture.size();
        size.scale(page.size(), Qt::KeepAspectRatio);
        painter.drawImage(QRect(QPoint((page.width() - size.width()) / 2, 0), size), picture);
    });
    dialog->open();
}

} // namespace cs::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flow_export.h"

#include "ui/flow/flow_list.h"
#include "ui/flow/flow_scene.h"
#include "ui/widgets/review/save_file.h"
#include "ui/widgets/words.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>

namespace cs::ui {

QByteArray flowSvg(FlowScene& scene, const QString& title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    const QRectF whole = scene.sceneRect();
    generator.setSize(whole.size().toSize());
    generator.setViewBox(QRectF(QPointF(), whole.size()));
    generator.setTitle(title);
    generator.setDescription(title);
    constexpr int dpi = 96;
    generator.setResolution(dpi);
    QPainter painter(&generator);
    scene.paintWhole(painter, QRectF(QPointF(), whole.size()));
    painter.end();
    return bytes;
}

QImage flowImage(FlowScene& scene, double scale)
{
    const QSizeF size = scene.sceneRect().size();
    QImage image((size * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(colorOf(Role::Surface));
    QPainter painter(&image);
    scene.paintWhole(painter, QRectF(QPointF(), size));
    return image;
}

QByteArray flowPng(FlowScene& scene, double scale)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    flowImage(scene, scale).save(&buffer, "PNG");
    return bytes;
}

QByteArray flowCsv(FlowList& list)
{
    QStringList head;
    for (const Column& column : FlowList::columns()) {
        head.append(column.title);
    }
    QString text = csvLine(head);
    std::vector<qint64> ids;
    for (std::size_t n = 0; n < list.size(); ++n) {
        ids.push_back(static_cast<qint64>(n));
    }
    list.fetchRows(ids, [&](const Result<std::vector<Row>>& rows) {
        for (const Row& row : *rows) {
            QStringList cells;
            for (const Cell& cell : row.cells) {
                cells.append(withoutIsolates(cell.text));
            }
            text += csvLine(cells);
        }
    });
    return text.toUtf8();
}

} // namespace cs::ui

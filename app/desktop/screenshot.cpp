// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/screenshot.h"

#include <QApplication>
#include <QPainter>
#include <QWidget>

namespace cs::app {

bool saveScreenshot(QWidget* window, const QString& path)
{
    QPixmap picture = window->grab();
    if (QWidget* sheet = QApplication::activeModalWidget(); sheet && sheet != window) {
        QPainter painter(&picture);
        painter.drawPixmap(sheet->mapToGlobal(QPoint()) - window->mapToGlobal(QPoint()), sheet->grab());
    }
    return picture.save(path, "PNG");
}

} // namespace cs::app

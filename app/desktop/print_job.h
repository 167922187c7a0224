// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

class QWidget;

namespace cs::app {

/// Asks for a printer and prints @p html on it.
void printHtml(QWidget* parent, const QString& title, const QString& html);
/// Asks for a printer and prints @p picture on one page, as large as it fits, lying where it is wide.
void printPicture(QWidget* parent, const QString& title, const QImage& picture);

/// @p html as a PDF file for A4.
QByteArray pdfOf(const QString& title, const QString& html);

} // namespace cs::app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

class QWidget;

namespace cs::app {

/// Asks for a printer and prints @p html on it.
void printHtml(QWidget* parent, const QString& title, const QString& html);

/// @p html as a PDF file for A4.
QByteArray pdfOf(const QString& title, const QString& html);

} // namespace cs::app

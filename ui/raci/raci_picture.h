// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/raci_views.h"

#include <QByteArray>
#include <QString>

namespace cs::ui {

QByteArray raciPng(const query::RaciView& view, const QString& title);
QByteArray raciSvg(const query::RaciView& view, const QString& title);
/// The picture on one page, A4 across.
QByteArray raciPdf(const query::RaciView& view, const QString& title);
/// A page to print: the matrix as a table, the overlays that are on, the contradictions.
QString raciHtml(const query::RaciView& view, const QString& title);
QByteArray raciCsv(const query::RaciView& view);

} // namespace cs::ui

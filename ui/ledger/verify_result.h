// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/views.h"

#include <QByteArray>
#include <QString>

namespace cs::ui {

/// The result of a full verification as one page to print: a self-contained HTML document without scripts or links.
QString verifyResultHtml(const query::VerifyReport& report);
/// The same as PDF (A4). @thread any that has a GUI application.
QByteArray verifyResultPdf(const query::VerifyReport& report);

} // namespace cs::ui

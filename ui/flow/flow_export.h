// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

namespace cs::ui {

class FlowScene;
class FlowList;

/// The whole picture as a file; text stays text in SVG.
QByteArray flowSvg(FlowScene& scene, const QString& title);
/// @param scale device pixels for one of the picture's.
QImage flowImage(FlowScene& scene, double scale);
QByteArray flowPng(FlowScene& scene, double scale);
QByteArray flowCsv(FlowList& list);

} // namespace cs::ui

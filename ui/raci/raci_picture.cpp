// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/raci/raci_picture.h"

#include "core/base/result.h"
#include "ui/raci/raci_cell.h"
#include "ui/raci/raci_words.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/review/save_file.h"
#include "ui/widgets/words.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QImage>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

namespace cs::ui {

namespace {

constexpr int titlePx = 40, footPx = 28;
constexpr int pngScale = 2;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cs::ui::RaciPicture)
};

QString shownFor(const query::RaciView& view)
{
    QStringList on;
    for (const query::RaciOverlay& overlay : view.overlays) {
        if (overlay.on) {
            on.append(cleanName(qs(overlay.title), 60));
        }
    }
    return on.isEmpty() ? Words::tr("Shown without any overlay")
                        : Words::tr("Shown for: %1").arg(on.join(QLatin1String(", ")));
}

QSize pictureSize(const query::RaciView& view)
{
    return {scaled(raciRolePx) + scaled(raciCellPx) * static_cast<int>(view.transitions.size()) + scaled(16),
        scaled(titlePx) + scaled(raciHeadPx) + scaled(raciRowPx) * static_cast<int>(view.roles.size())
            + scaled(footPx) * (1 + static_cast<int>(view.problems.size()))};
}

void paintPicture(QPainter* painter, const query::RaciView& view, const QString& title)
{
    const auto direction = QGuiApplication::layoutDirection();
    const QSize size = pictureSize(view);
    const QRect all({}, size);
    painter->fillRect(all, colorOf(Role::Surface));
    painter->setFont(fontOf(Type::Title));
    painter->setPen(colorOf(Role::Text));
    drawElided(painter, QRect(scaled(16), 0, size.width() - scaled(32), scaled(titlePx)), title, direction);
    int top = scaled(titlePx);
    for (std::size_t t = 0; t < view.transitions.size(); ++t) {
        const QRect head(
            scaled(raciRolePx) + scaled(raciCellPx) * static_cast<int>(t), top, scaled(raciCellPx), scaled(raciHeadPx));
        paintRaciHead(painter, mirrored(head, all, direction), view.transitions.at(t), direction);
    }
    top += scaled(raciHeadPx);
    for (std::size_t r = 0; r < view.roles.size(); ++r) {
        const QRect name(0, top, scaled(raciRolePx), scaled(raciRowPx));
        paintRaciRole(painter, mirrored(name, all, direction), view.roles.at(r), direction);
        for (std::size_t t = 0; t < view.transitions.size(); ++t) {
            const QRect cell(scaled(raciRolePx) + scaled(raciCellPx) * static_cast<int>(t), top, scaled(raciCellPx),
                scaled(raciRowPx));
            paintRaciCell(painter, mirrored(cell, all, direction).adjusted(3, 3, -3, -3), view.cells.at(r).at(t), false,
                direction);
        }
        top += scaled(raciRowPx);
    }
    painter->setFont(fontOf(Type::Small));
    const auto line = [&](const QString& text, Role role) {
        painter->setPen(colorOf(role));
        drawElided(painter, QRect(scaled(16), top, size.width() - scaled(32), scaled(footPx)), text, direction);
        top += scaled(footPx);
    };
    line(shownFor(view), Role::Muted);
    for (const query::RaciProblem& problem : view.problems) {
        line(Words::tr("Contradiction: %1.").arg(cleanName(qs(problem.sentence), 300)), Role::Failed);
    }
}

QString tag(const char* name, const QString& text)
{
    const QString element = QString::fromLatin1(name);
    return QString(QLatin1Char('<') % element % QLatin1Char('>') % text.toHtmlEscaped() % QStringLiteral("</") % element
        % QLatin1Char('>'));
}

} // namespace

QByteArray raciPng(const query::RaciView& view, const QString& title)
{
    QImage image(pictureSize(view) * pngScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(pngScale);
    QPainter painter(&image);
    paintPicture(&painter, view, title);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray raciPdf(const query::RaciView& view, const QString& title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageOrientation(QPageLayout::Landscape);
    writer.setPageMargins(QMarginsF(12, 12, 12, 12), QPageLayout::Millimeter);
    writer.setResolution(96); // what the distances of the picture are meant for
    QPainter painter(&writer);
    const QSize size = pictureSize(view);
    const double fit = std::min(double(writer.width()) / size.width(), double(writer.height()) / size.height());
    painter.scale(std::min(fit, 1.5), std::min(fit, 1.5));
    paintPicture(&painter, view, title);
    painter.end();
    return bytes;
}

QByteArray raciSvg(const query::RaciView& view, const QString& title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(pictureSize(view));
    generator.setViewBox(QRect({}, pictureSize(view)));
    generator.setTitle(title);
    QPainter painter(&generator);
    paintPicture(&painter, view, title);
    painter.end();
    return bytes;
}

QString raciHtml(const query::RaciView& view, const QString& title)
{
    QString html = tag("h2", title) + tag("p", shownFor(view));
    html += QStringLiteral("<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\"><tr>")
        + tag("th", Words::tr("Role")) + tag("th", Words::tr("Holders"));
    for (const query::RaciTransition& transition : view.transitions) {
        html += tag("th", cleanName(qs(transition.label), 80));
    }
    html += QStringLiteral("</tr>");
    for (std::size_t r = 0; r < view.roles.size(); ++r) {
        html += QStringLiteral("<tr>") + tag("td", cleanName(qs(view.roles.at(r).title), 60))
            + tag("td", raciHolders(view.roles.at(r)));
        for (const query::RaciCell& cell : view.cells.at(r)) {
            const QString raised = raciRaised(cell);
            html += tag("td",
                QString(QLatin1Char(cell.letter)) % QLatin1Char(' ') % raciWord(cell.letter)
                    % (raised.isEmpty() ? QString() : QString(QStringLiteral(", ") % raised)));
        }
        html += QStringLiteral("</tr>");
    }
    html += QStringLiteral("</table>");
    for (const query::RaciProblem& problem : view.problems) {
        html += tag("p",
            Words::tr("Contradiction: %1. %2")
                .arg(cleanName(qs(problem.sentence), 300), cleanName(qs(problem.wayOut), 300)));
    }
    return html;
}

QByteArray raciCsv(const query::RaciView& view)
{
    QStringList head{Words::tr("Role"), Words::tr("Holders")};
    for (const query::RaciTransition& transition : view.transitions) {
        head.append(qs(transition.label));
        head.append(Words::tr("%1: raised by").arg(qs(transition.label)));
    }
    QString csv = csvLine(head);
    for (std::size_t r = 0; r < view.roles.size(); ++r) {
        QStringList names;
        for (const query::RaciHolder& holder : view.roles.at(r).holders) {
            names.append(qs(holder.person.name));
        }
        QStringList line{qs(view.roles.at(r).title), names.join(QLatin1String("; "))};
        for (const query::RaciCell& cell : view.cells.at(r)) {
            QStringList overlays;
            for (const std::string& overlay : cell.raisedBy) {
                overlays.append(qs(overlay));
            }
            line.append(QString(QLatin1Char(cell.letter)));
            line.append(overlays.join(QLatin1String("; ")));
        }
        csv += csvLine(line);
    }
    return csv.toUtf8();
}

} // namespace cs::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake/reading_walk.h"

#include "ui/widgets/button.h"
#include "ui/widgets/theme/roles.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QHash>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTest>
#include <QTextEdit>

#include <algorithm>

namespace cs::fake {

namespace {

constexpr int nearPx = 6; // two edges as near as this are one line for the eye
constexpr int stepsMax = 300, staysMax = 40;
constexpr double wordsNeed = 4.5, offNeed = 3.0; // WCAG 2.2, 1.4.3 and 1.4.11

bool isOf(const QWidget* widget, std::initializer_list<const char*> classes)
{
    return std::any_of(classes.begin(), classes.end(), [widget](const char* name) { return widget->inherits(name); });
}

bool isViewport(const QWidget* widget)
{
    const auto* area = qobject_cast<const QAbstractScrollArea*>(widget->parentWidget());
    return area != nullptr && area->viewport() == widget;
}

/// What Qt puts inside its own widgets: found by way of those.
bool isInner(const QWidget* widget)
{
    return widget->objectName().startsWith(QLatin1String("qt_"))
        || widget->objectName() == QLatin1String("ScrollLeftButton")
        || widget->objectName() == QLatin1String("ScrollRightButton") || isViewport(widget)
        || isOf(widget, {"QTableCornerButton", "QHeaderView", "QScrollBar", "QComboBoxPrivateContainer"})
        || (widget->parentWidget() != nullptr
            && isOf(widget->parentWidget(), {"QLineEdit", "QAbstractSpinBox", "QComboBox"}));
}

QString named(const QWidget* widget)
{
    const QString name =
        widget->objectName().isEmpty() ? QString::fromLatin1(widget->metaObject()->className()) : widget->objectName();
    return name;
}

QRect placeOf(const QWidget* widget, const QWidget* window)
{
    QRect rect(widget->mapTo(window, QPoint()), widget->size());
    if (window->layoutDirection() == Qt::RightToLeft) {
        rect.moveRight(window->width() - 1 - rect.left());
    }
    return rect;
}

bool sameRow(const QRect& a, const QRect& b)
{
    const int shared = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
    return 2 * shared > std::min(a.height(), b.height());
}

bool standsBefore(const QRect& b, const QRect& a)
{
    if (sameRow(a, b)) {
        return b.right() <= a.left() + nearPx;
    }
    return b.bottom() <= a.top() + nearPx && b.left() < a.right() - nearPx;
}

QString wordsOf(const QWidget* widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(widget)) {
        return label->text();
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
        return button->text();
    }
    if (const auto* box = qobject_cast<const QComboBox*>(widget)) {
        return box->currentText();
    }
    if (const auto* field = qobject_cast<const QLineEdit*>(widget)) {
        return field->text();
    }
    return {};
}

/// Ground: the colour that most pixels have. Words: the pixel that stands out most.
double drawnContrast(const QImage& picture, const QRect& rect)
{
    QHash<QRgb, int> counts;
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x) {
            ++counts[picture.pixel(x, y)];
        }
    }
    QRgb ground = 0;
    int most = 0;
    for (auto at = counts.cbegin(); at != counts.cend(); ++at) {
        if (at.value() > most) {
            most = at.value();
            ground = at.key();
        }
    }
    double best = 1;
    for (auto at = counts.cbegin(); at != counts.cend(); ++at) {
        best = std::max(best, ui::contrastRatio(QColor(at.key()), QColor(ground)));
    }
    return best;
}

bool isOff(const QWidget* widget)
{
    const auto* button = qobject_cast<const ui::Button*>(widget);
    return !widget->isEnabled() || (button != nullptr && button->isOff());
}

} // namespace

QStringList nameless(QWidget* root)
{
    QStringList found;
    for (QWidget* widget : root->findChildren<QWidget*>()) {
        const bool interactive = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QLineEdit*>(widget)
            || qobject_cast<QComboBox*>(widget) || qobject_cast<QAbstractItemView*>(widget)
            || qobject_cast<QAbstractSpinBox*>(widget) || qobject_cast<QTabBar*>(widget)
            || qobject_cast<QTextEdit*>(widget) || qobject_cast<QPlainTextEdit*>(widget)
            || widget->focusPolicy() & Qt::TabFocus;
        if (interactive && !isInner(widget) && widget->isVisibleTo(root) && widget->objectName().isEmpty()) {
            QStringList way;
            for (const QWidget* at = widget; at != nullptr && at != root; at = at->parentWidget()) {
                way.prepend(named(at));
            }
            found.append(way.join(QLatin1Char('/')) + QLatin1String(": ") + wordsOf(widget));
        }
    }
    return found;
}

QList<QWidget*> tabWalk(QWidget* window)
{
    QList<QWidget*> walk;
    window->activateWindow();
    QApplication::setActiveWindow(window);
    if (QWidget* held = window->focusWidget()) {
        held->clearFocus();
    }
    window->setFocus(Qt::OtherFocusReason); // Tab begins after the window itself
    int stays = 0;
    for (int step = 0; step < stepsMax; ++step) {
        QWidget* from = QApplication::focusWidget();
        QTest::keyClick(from != nullptr ? from : window, Qt::Key_Tab);
        QWidget* to = QApplication::focusWidget();
        if (to == nullptr || (!walk.isEmpty() && to == walk.front())) {
            break;
        }
        // A time has two parts, a day three and a page of the handbook its links: Tab leaves them in the end.
        stays = to == from ? stays + 1 : 0;
        if (stays == 0 || stays > staysMax) {
            walk.append(to);
        }
        if (stays > staysMax) {
            break;
        }
    }
    return walk;
}

QStringList backSteps(const QList<QWidget*>& walk, QWidget* window)
{
    QStringList faults;
    for (qsizetype b = 1; b < walk.size(); ++b) {
        if (walk.at(b) == walk.at(b - 1)) {
            faults.append(QStringLiteral("Tab does not leave ") + named(walk.at(b)));
            continue;
        }
        const QRect to = placeOf(walk.at(b), window);
        for (qsizetype a = 0; a < b; ++a) {
            const QRect from = placeOf(walk.at(a), window);
            if (walk.at(a)->isAncestorOf(walk.at(b)) || !standsBefore(to, from)) {
                continue;
            }
            faults.append(QStringLiteral("%1 (%2,%3) before %4 (%5,%6)")
                              .arg(named(walk.at(a)))
                              .arg(from.left())
                              .arg(from.top())
                              .arg(named(walk.at(b)))
                              .arg(to.left())
                              .arg(to.top()));
            break; // one is enough to find it
        }
    }
    return faults;
}

QStringList paleWords(QWidget* window)
{
    constexpr int ratio = 2; // a stem of a letter is narrower than a pixel
    QImage picture(window->size() * ratio, QImage::Format_RGB32);
    picture.setDevicePixelRatio(ratio);
    window->render(&picture);
    QStringList found;
    for (QWidget* widget : window->findChildren<QWidget*>()) {
        const QString words = wordsOf(widget).trimmed();
        if (words.isEmpty() || widget->visibleRegion().isEmpty() || isInner(widget)) {
            continue;
        }
        const QRect seen = widget->visibleRegion().boundingRect().translated(widget->mapTo(window, QPoint()));
        const QRect inside = seen.intersected(window->rect());
        if (inside.width() < 8 || inside.height() < 8) {
            continue; // no letter of it can be seen
        }
        const QRect pixels(inside.topLeft() * ratio, inside.size() * ratio);
        const double contrast = drawnContrast(picture, pixels.intersected(picture.rect()));
        if (contrast < (isOff(widget) ? offNeed : wordsNeed)) {
            found.append(QStringLiteral("%1 \"%2\": %3").arg(named(widget), words.left(40)).arg(contrast, 0, 'f', 2));
        }
    }
    return found;
}

} // namespace cs::fake

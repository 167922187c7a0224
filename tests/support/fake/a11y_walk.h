// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QStringList>
#include <QTabBar>
#include <QWidget>

namespace cs::fake {

/// Visible widgets that can be reached or pressed and that a screen reader would not name.
inline QStringList unnamed(QWidget* root)
{
    QStringList found;
    for (QWidget* widget : root->findChildren<QWidget*>()) {
        const bool interactive = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QLineEdit*>(widget)
            || qobject_cast<QComboBox*>(widget) || qobject_cast<QAbstractItemView*>(widget)
            || (qobject_cast<QAbstractScrollArea*>(widget) && widget->focusPolicy() != Qt::NoFocus)
            || qobject_cast<QTabBar*>(widget);
        const bool inner = widget->objectName().startsWith(QLatin1String("qt_"))
            || widget->objectName() == QLatin1String("ScrollLeftButton")
            || widget->objectName() == QLatin1String("ScrollRightButton") || widget->inherits("QTableCornerButton")
            || widget->inherits("QHeaderView")
            || (widget->parentWidget() && widget->parentWidget()->inherits("QLineEdit"));
        if (!interactive || inner || !widget->isVisibleTo(root)) {
            continue;
        }
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
        if (!accessible || accessible->text(QAccessible::Name).trimmed().isEmpty()) {
            found.append(
                QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName());
        }
    }
    return found;
}

/// Where Tab goes from @p first until it comes round, by object name, at most 60 steps.
inline QStringList tabOrder(QWidget* first)
{
    QStringList names;
    QWidget* widget = first;
    for (int step = 0; step < 400; ++step) {
        if (widget->focusPolicy() & Qt::TabFocus && widget->isVisible() && widget->isEnabled()
            && !widget->objectName().isEmpty()) {
            names.append(widget->objectName());
        }
        widget = widget->nextInFocusChain();
        if (widget == first) {
            break;
        }
    }
    return names;
}

} // namespace cs::fake

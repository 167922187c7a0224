// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fact_list.h"

#include "ui/widgets/label.h"

#include <QAbstractButton>
#include <QGridLayout>

#include <algorithm>

namespace cs::ui {

FactList::FactList(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    setLabelWidth(96);
}

void FactList::setLabelWidth(int px)
{
    m_grid->setColumnMinimumWidth(0, scaled(px));
}

Label* FactList::addFact(const QString& label, const QString& value, Type type)
{
    auto* text = new Label(value, type, Role::Text, this);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    addFact(label, text);
    return text;
}

void FactList::addFact(const QString& label, QWidget* value)
{
    auto* name = new Label(label, Type::Small, Role::Muted, this);
    name->setBuddy(value);
    // A link or a digest is higher than a line of text and stands in its middle: so does the label beside it.
    const bool oneLine = qobject_cast<QAbstractButton*>(value) != nullptr;
    name->setMinimumHeight(std::max(scaled(20), oneLine ? value->sizeHint().height() : 0));
    m_grid->addWidget(name, m_rows, 0, Qt::AlignTop | Qt::AlignLeading);
    const bool wraps = qobject_cast<Label*>(value) != nullptr;
    m_grid->addWidget(value, m_rows, 1, wraps ? Qt::AlignTop : Qt::AlignTop | Qt::AlignLeading);
    if (value->accessibleName().isEmpty() && !wraps) {
        value->setAccessibleName(label);
    }
    ++m_rows;
}

void FactList::clear()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_rows = 0;
}

} // namespace cs::ui

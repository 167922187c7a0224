// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/name_sheet.h"

#include "ui/widgets/label.h"
#include "ui/widgets/words.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace cs::ui {

NameSheet::NameSheet(const QString& filter, QWidget* parent)
    : Sheet(parent)
    , m_name(new QLineEdit)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setSheetWidth(440);
    setTitle(tr("Save this filter"), ltr(cleanName(filter, 120)));
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setSpacing(4);
    auto* label = new Label(tr("Name"), Type::Small, Role::Muted);
    label->setBuddy(m_name);
    m_name->setObjectName(QStringLiteral("filterName"));
    m_name->setAccessibleName(tr("Name of the filter"));
    m_name->setMaxLength(60);
    column->addWidget(label);
    column->addWidget(m_name);
    setBody(body);
    Button* cancel = addFootButton(Button::Kind::Outlined, tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancelName"));
    m_save = addFootButton(Button::Kind::Primary, tr("Save filter"));
    m_save->setObjectName(QStringLiteral("saveName"));
    m_save->setOffReason(tr("Give the filter a name first."));
    connect(cancel, &Button::triggered, this, &QDialog::reject);
    connect(m_save, &Button::triggered, this, &NameSheet::finish);
    connect(m_name, &QLineEdit::returnPressed, this, &NameSheet::finish);
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_save->setOffReason(text.trimmed().isEmpty() ? tr("Give the filter a name first.") : QString());
    });
    m_name->setFocus();
}

void NameSheet::finish()
{
    const QString name = m_name->text().trimmed();
    if (!name.isEmpty()) {
        Q_EMIT named(name);
        accept();
    }
}

} // namespace cs::ui

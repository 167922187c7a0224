// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotion/exact_bytes.h"

#include "ui/widgets/button.h"
#include "ui/widgets/json_view.h"
#include "ui/widgets/label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace cs::ui {

ExactBytes::ExactBytes(bool open, QWidget* parent)
    : QWidget(parent)
    , m_open(open)
    , m_fold(new Button(Button::Kind::Plain, tr("Exact bytes to be signed")))
    , m_size(new Label({}, Type::Small, Role::Muted))
    , m_json(new JsonView(this))
    , m_note(new Label({}, Type::Small, Role::Muted))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    m_fold->setObjectName(QStringLiteral("foldBytes"));
    head->addWidget(m_fold);
    head->addWidget(m_size, 1);
    auto* copy = new Button(Button::Kind::Plain);
    copy->setObjectName(QStringLiteral("copyBytes"));
    copy->setIconName(QStringLiteral("copy"));
    copy->setAccessibleName(tr("Copy the exact bytes"));
    copy->setToolTip(tr("Copy the exact bytes"));
    connect(copy, &Button::triggered, this,
        [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(m_payload)); });
    head->addWidget(copy);
    column->addLayout(head);
    m_json->setObjectName(QStringLiteral("exactBytes"));
    m_json->setAccessibleName(tr("Exact bytes to be signed"));
    m_json->setFixedHeight(scaled(150));
    m_json->setTabChangesFocus(true);
    column->addWidget(m_json);
    m_note->setWordWrap(true);
    m_note->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_note->setMinimumHeight(scaled(150)); // as high as the bytes, so that nothing jumps when they come
    column->addWidget(m_note);
    connect(m_fold, &Button::triggered, this, [this] {
        m_open = !m_open;
        fold();
    });
    fold();
}

void ExactBytes::fold()
{
    m_fold->setAccessibleDescription(m_open ? tr("Unfolded") : tr("Folded"));
    m_fold->setIconName(m_open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-next"));
    m_json->setVisible(m_open && !m_payload.isEmpty());
    m_note->setVisible(m_open && m_payload.isEmpty());
}

void ExactBytes::setPayload(const QByteArray& payload)
{
    m_payload = payload;
    m_json->setJson(payload);
    m_size->setText(tr("%n byte(s), wrapped in DSSE", nullptr, static_cast<int>(payload.size())));
    fold();
}

void ExactBytes::setNote(const QString& sentence)
{
    m_payload.clear();
    m_size->clear();
    m_note->setText(sentence);
    fold();
}

} // namespace cs::ui

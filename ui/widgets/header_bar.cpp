// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/header_bar.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme/icons.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace cs::ui {

namespace {

/// The arrow head between two crumbs; follows theme and reading direction by painting.
class CrumbArrow final : public QWidget {
public:
    using QWidget::QWidget;
    QSize sizeHint() const override { return {scaled(12), scaled(16)}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintIcon(&painter, rect(), QStringLiteral("chevron-next"), Role::Muted);
    }
};

} // namespace

HeaderBar::HeaderBar(QWidget* parent)
    : QWidget(parent)
    , m_crumbs(new QHBoxLayout)
    , m_titleRow(new QHBoxLayout)
    , m_actions(new QHBoxLayout)
    , m_title(new Label({}, Type::Title, Role::Text, this))
    , m_facts(new Label({}, Type::Body, Role::Muted, this))
{
    setObjectName(QStringLiteral("headerBar"));
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_title->setElide(Qt::ElideMiddle);
    m_facts->setElide(Qt::ElideRight);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    m_crumbs->setSpacing(6);
    m_crumbs->addStretch(1);
    m_titleRow->setSpacing(8);
    m_titleRow->addWidget(m_title);
    m_titleRow->addWidget(m_facts);
    m_titleRow->addStretch(1);
    words->addStretch(1);
    words->addLayout(m_crumbs);
    words->addLayout(m_titleRow);
    words->addStretch(1);
    m_actions->setSpacing(8);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 1);
    row->setSpacing(16);
    row->addLayout(words, 1);
    row->addLayout(m_actions);
    const auto fit = [this] { setMinimumHeight(scaled(64)); };
    fit();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, fit);
}

void HeaderBar::setCrumbs(const QList<Crumb>& crumbs)
{
    while (m_crumbs->count() > 1) {
        QLayoutItem* item = m_crumbs->takeAt(0);
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // a crumb may replace the row it stands in
        }
        delete item;
    }
    for (qsizetype i = 0; i < crumbs.size(); ++i) {
        const Crumb& crumb = crumbs.at(i);
        if (i > 0) {
            m_crumbs->insertWidget(m_crumbs->count() - 1, new CrumbArrow(this));
        }
        if (crumb.id.isEmpty()) {
            m_crumbs->insertWidget(m_crumbs->count() - 1, new Label(crumb.text, Type::Small, Role::Muted, this));
            continue;
        }
        auto* link = new Button(Button::Kind::Crumb, crumb.text, this);
        link->setObjectName(QStringLiteral("crumb_%1").arg(crumb.id));
        connect(link, &Button::triggered, this, [this, id = crumb.id] { Q_EMIT crumbActivated(id); });
        m_crumbs->insertWidget(m_crumbs->count() - 1, link);
    }
}

void HeaderBar::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

QString HeaderBar::title() const
{
    return m_title->text();
}

void HeaderBar::setChip(QWidget* chip)
{
    delete m_chip;
    m_chip = chip;
    if (chip != nullptr) {
        m_titleRow->insertWidget(1, chip);
    }
}

void HeaderBar::setFacts(const QString& facts)
{
    m_facts->setText(facts);
}

void HeaderBar::addAction(Button* button)
{
    m_actions->addWidget(button);
}

void HeaderBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colorOf(Role::Surface));
    painter.fillRect(QRect(0, height() - 1, width(), 1), colorOf(Role::Border));
}

} // namespace cs::ui

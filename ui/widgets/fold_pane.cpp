// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fold_pane.h"

#include "ui/widgets/theme/theme.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace cs::ui {

namespace {

constexpr int narrowBelowPx = 1100;

} // namespace

bool isNarrow(int windowWidth)
{
    return windowWidth * 100 < narrowBelowPx * Theme::instance().textScale();
}

FoldPane::FoldPane(QSplitter& splitter, QWidget* second, QWidget* third)
    : QWidget(&splitter)
    , m_splitter(splitter)
    , m_third(third)
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("foldPane"));
    m_tabs->setObjectName(QStringLiteral("foldTabs"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->addTab({});
    m_tabs->addTab({});
    m_tabs->hide();
    m_stack->addWidget(second);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_stack, 1);
    splitter.addWidget(this);
    splitter.addWidget(third);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        if (m_folded) {
            m_stack->setCurrentIndex(tab);
        }
    });
}

void FoldPane::setTitles(const QString& second, const QString& third)
{
    m_tabs->setTabText(0, second);
    m_tabs->setTabText(1, third);
    m_tabs->setAccessibleName(QString(second + QStringLiteral(", ") + third));
}

void FoldPane::setFolded(bool folded)
{
    if (m_folded == folded) {
        return;
    }
    if (folded) {
        m_unfolded = m_splitter.saveState();
        m_stack->addWidget(m_third);
        m_stack->setCurrentIndex(m_tabs->currentIndex());
    } else {
        m_splitter.addWidget(m_third);
        m_third->show();
        m_splitter.restoreState(m_unfolded);
        m_stack->setCurrentIndex(0);
    }
    m_folded = folded;
    m_tabs->setVisible(folded);
}

void FoldPane::showSecond()
{
    m_tabs->setCurrentIndex(0);
}

void FoldPane::showThird()
{
    m_tabs->setCurrentIndex(1);
}

QByteArray FoldPane::splitterState() const
{
    return m_folded ? m_unfolded : m_splitter.saveState();
}

void FoldPane::restoreSplitter(const QByteArray& state)
{
    if (m_folded) {
        m_unfolded = state;
        return;
    }
    m_splitter.restoreState(state);
}

} // namespace cs::ui

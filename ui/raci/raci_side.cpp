// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/raci/raci_side.h"

#include "core/base/result.h"
#include "ui/raci/raci_cell.h"
#include "ui/raci/raci_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel_head.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/words.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace cs::ui {

namespace {

Label* wrapped(const QString& text, Type type = Type::Body, Role role = Role::Text)
{
    auto* label = new Label(text, type, role);
    label->setWordWrap(true);
    return label;
}

QWidget* iconLine(const QString& icon, const QString& text, Role role)
{
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(new IconLabel(icon, role), 0, Qt::AlignTop);
    row->addWidget(wrapped(text, Type::Body, role), 1);
    return line;
}

} // namespace

RaciSide::RaciSide(QWidget* parent)
    : QWidget(parent)
    , m_head(new PanelHead({}, {}, this))
{
    setObjectName(QStringLiteral("raciSide"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* ground = new Panel(Role::Surface, this);
    auto* inner = new QVBoxLayout(ground);
    inner->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_head);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("raciSideScroll"));
    scroll->setAccessibleName(tr("The current cell"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(12, 12, 12, 12);
    m_column->setSpacing(8);
    scroll->setWidget(content);
    makeClear(scroll);
    inner->addWidget(scroll);
    column->addWidget(ground, 1);
}

void RaciSide::setCell(const query::RaciView& view, int role, int transition)
{
    clearLayout(m_column);
    const auto r = static_cast<std::size_t>(role);
    const auto t = static_cast<std::size_t>(transition);
    if (role < 0 || transition < 0 || r >= view.roles.size() || t >= view.transitions.size()) {
        m_head->setTitle(tr("No cell is chosen"));
        m_head->setSecond({});
        return;
    }
    const query::RaciCell& cell = view.cells.at(r).at(t);
    m_head->setTitle(cleanName(qs(view.roles.at(r).title), 60));
    m_head->setSecond(cleanName(qs(view.transitions.at(t).label), 80));
    auto* top = new QHBoxLayout;
    top->setSpacing(12);
    auto* letter = new Label(QString(QLatin1Char(cell.letter)), Type::Figure, raciLook(cell.letter).role);
    letter->setObjectName(QStringLiteral("raciLetter"));
    top->addWidget(letter, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new Label(raciWord(cell.letter), Type::Strong));
    words->addWidget(wrapped(raciMeaning(cell.letter), Type::Small, Role::Muted));
    top->addLayout(words, 1);
    m_column->addLayout(top);
    addFacts(cell);
    m_column->addWidget(new Line);
    addLetters(cell);
    m_column->addWidget(new Line);
    addHolders(view.roles.at(r));
    m_column->addWidget(new Line);
    addSentences(view, view.transitions.at(t));
    m_column->addStretch(1);
}

void RaciSide::addFacts(const query::RaciCell& cell)
{
    auto* facts = new FactList;
    facts->setObjectName(QStringLiteral("raciFacts"));
    facts->setLabelWidth(76);
    facts->addFact(tr("Base"), tr("%1, %2").arg(QLatin1Char(cell.base)).arg(raciWord(cell.base)));
    QStringList overlays;
    for (const std::string& overlay : cell.raisedBy) {
        overlays.append(isolate(cleanName(qs(overlay), 60)));
    }
    facts->addFact(tr("Raised by"), overlays.isEmpty() ? tr("nothing") : overlays.join(QLatin1String(", ")));
    QStringList asks;
    bool few = false;
    for (const query::RaciAsk& ask : cell.asks) {
        asks.append(cleanName(qs(ask.sentence), 200));
        few = few || ask.byFew;
    }
    facts->addFact(tr("Gate asks"), asks.isEmpty() ? tr("no signature of this role") : asks.join(QLatin1Char('\n')));
    const bool signs = cell.letter == 'R' || cell.letter == 'A';
    if (!cell.problems.empty()) {
        facts->addFact(
            tr("Agrees"), iconLine(QStringLiteral("failed"), cleanName(qs(cell.problems.front()), 300), Role::Failed));
    } else if (few) {
        facts->addFact(
            tr("Agrees"), iconLine(QStringLiteral("warning"), tr("yes, but too few people hold it"), Role::Stale));
    } else {
        facts->addFact(tr("Agrees"),
            iconLine(QStringLiteral("passed"),
                asks.isEmpty() ? tr("nothing is asked")
                    : signs    ? tr("%1 may sign").arg(QLatin1Char(cell.letter))
                               : tr("yes"),
                Role::Passed));
    }
    m_column->addWidget(facts);
    auto* gate = new Button(Button::Kind::Link, tr("Open the gate"));
    gate->setObjectName(QStringLiteral("sideGate"));
    connect(gate, &Button::triggered, this, &RaciSide::gateAsked);
    m_column->addWidget(gate, 0, Qt::AlignLeading);
}

/// One key a cell; the buttons say which, for whoever uses the mouse.
void RaciSide::addLetters(const query::RaciCell& cell)
{
    m_column->addWidget(new Label(tr("Set with one key"), Type::Strong));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    int at = 0;
    for (const char letter : {'R', 'A', 'C', 'I'}) {
        auto* set = new Button(Button::Kind::Outlined, QString(QLatin1Char(letter)) % u' ' % raciWord(letter));
        set->setObjectName(QStringLiteral("raciSet%1").arg(QLatin1Char(letter)));
        set->setSmall(true);
        set->setOffReason(m_target.isEmpty() ? tr("The matrix in force is read only. \"Edit in a draft\" opens one.")
                : cell.letter == letter      ? tr("It is that already.")
                                             : QString());
        connect(set, &Button::triggered, this, [this, letter] { Q_EMIT letterAsked(QLatin1Char(letter)); });
        grid->addWidget(set, at / 2, at % 2);
        ++at;
    }
    m_column->addLayout(grid);
    m_column->addWidget(wrapped(m_target.isEmpty()
            ? tr("Changes go into a draft of the policy and are signed with it. Lowering a letter is a weakening.")
            : tr("Goes into: %1. Lowering a letter is a weakening.").arg(m_target),
        Type::Small, Role::Muted));
}

void RaciSide::addHolders(const query::RaciRole& role)
{
    m_column->addWidget(new Label(tr("Who holds it"), Type::Strong));
    for (const query::RaciHolder& holder : role.holders) {
        auto* name = new Button(Button::Kind::Link, cleanName(qs(holder.person.name), 60));
        name->setObjectName(QStringLiteral("holder_") + qs(holder.person.id.text()));
        connect(name, &Button::triggered, this, [this, id = qs(holder.person.id.text())] { Q_EMIT personAsked(id); });
        m_column->addWidget(name, 0, Qt::AlignLeading);
        QString facts = tr("%1, %2, since %3")
                            .arg(cleanName(qs(holder.roleTitle), 60), coreWords(cleanName(qs(holder.domains), 80)),
                                utcText(holder.since));
        if (holder.until) {
            facts = tr("%1, until %2").arg(facts, utcText(*holder.until));
        }
        m_column->addWidget(wrapped(facts, Type::Small, Role::Muted));
    }
    if (role.holders.empty()) {
        m_column->addWidget(iconLine(QStringLiteral("warning"), tr("Nobody holds this role."), Role::Stale));
    }
    if (!role.fallback.empty()) {
        m_column->addWidget(wrapped(
            tr("Fallback: %1, who signs for its membership while it is empty.").arg(cleanName(qs(role.fallback), 60)),
            Type::Small, Role::Muted));
    }
}

void RaciSide::addSentences(const query::RaciView& view, const query::RaciTransition& transition)
{
    if (!transition.rationale.empty()) {
        m_column->addWidget(new Label(tr("Why it is so"), Type::Strong));
        m_column->addWidget(wrapped(cleanName(qs(transition.rationale), 1200), Type::Small, Role::Muted));
    }
    if (!view.missing.empty()) {
        QStringList labels;
        for (const std::string& label : view.missing) {
            labels.append(isolate(cleanName(qs(label), 80)));
        }
        m_column->addWidget(new Label(tr("Not in the matrix"), Type::Strong));
        m_column->addWidget(wrapped(labels.join(QLatin1String(", ")), Type::Small, Role::Muted));
    }
}

} // namespace cs::ui

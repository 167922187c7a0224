// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/propose_form.h"

#include "ui/widgets/button.h"
#include "ui/widgets/chips/verdict_chip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/words.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr int nameLimit = 120;

Label* makeSmall(const QString& text, Role role = Role::Muted)
{
    auto* label = new Label(text, Type::Small, role);
    label->setWordWrap(true);
    return label;
}

} // namespace

ProposeForm::ProposeForm(query::ProposalView view, const QString& wanted, QWidget* parent)
    : QWidget(parent)
    , m_view(std::move(view))
    , m_transition(new QComboBox(this))
    , m_endpoint(new QLineEdit(this))
    , m_target(new QComboBox(this))
    , m_showAll(new Button(Button::Kind::Link, tr("Show all conditions"), this))
    , m_rest(new QVBoxLayout)
{
    setObjectName(QStringLiteral("proposeForm"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    addChoice(column);
    addFields(column);
    m_rest->setSpacing(4);
    column->addLayout(m_rest);
    m_showAll->setObjectName(QStringLiteral("showAllConditions"));
    m_showAll->setCheckable(true);
    column->addWidget(m_showAll, 0, Qt::AlignLeading);
    m_leaves = new QVBoxLayout;
    m_leaves->setSpacing(2);
    column->addLayout(m_leaves);
    chooseFirst(wanted);
    connect(m_transition, &QComboBox::currentIndexChanged, this, &ProposeForm::refill);
    connect(m_endpoint, &QLineEdit::textChanged, this, &ProposeForm::changed);
    connect(m_target, &QComboBox::currentIndexChanged, this, &ProposeForm::changed);
    connect(m_showAll, &QAbstractButton::toggled, this, &ProposeForm::refill);
    refill();
}

/// Ways that begin where the version is; one that was asked for by name stands there in any case, with its reason.
void ProposeForm::chooseFirst(const QString& wanted)
{
    for (std::size_t n = 0; n < m_view.options.size(); ++n) {
        const query::ProposalOption& option = m_view.options[n];
        if (option.here || qs(option.transition) == wanted) {
            m_transition->addItem(QStringLiteral("%1 (%2)").arg(
                                      cleanName(qs(option.title), nameLimit), cleanName(qs(option.label), nameLimit)),
                static_cast<int>(n));
        }
    }
    int chosen = 0;
    for (int row = m_transition->count() - 1; row >= 0; --row) {
        const auto& option = m_view.options[static_cast<std::size_t>(m_transition->itemData(row).toInt())];
        if (wanted.isEmpty() ? option.state.on() : qs(option.transition) == wanted) {
            chosen = row;
        }
    }
    m_transition->setCurrentIndex(chosen);
}

void ProposeForm::addChoice(QVBoxLayout* column)
{
    auto* label = new Label(tr("Through which gate"), Type::Small, Role::Muted);
    m_transition->setObjectName(QStringLiteral("proposeTransition"));
    m_transition->setAccessibleName(tr("Through which gate"));
    label->setBuddy(m_transition);
    column->addWidget(label);
    column->addWidget(m_transition);
}

void ProposeForm::addFields(QVBoxLayout* column)
{
    auto* fields = new QHBoxLayout;
    fields->setSpacing(12);
    const auto add = [&](QWidget* field, const QString& name, const char* object) {
        auto* part = new QVBoxLayout;
        part->setSpacing(4);
        auto* label = new Label(name, Type::Small, Role::Muted);
        label->setBuddy(field);
        field->setObjectName(QString::fromLatin1(object));
        field->setAccessibleName(name);
        part->addWidget(label);
        part->addWidget(field);
        fields->addLayout(part, 1);
    };
    add(m_endpoint, tr("Serving endpoint"), "proposeEndpoint");
    add(m_target, tr("Rolls back to"), "proposeTarget");
    m_endpoint->setText(cleanName(qs(m_view.endpoint), nameLimit));
    m_endpoint->setReadOnly(!m_view.endpoint.empty());
    m_endpoint->setPlaceholderText(tr("None is on record: name it"));
    m_endpoint->setToolTip(m_view.endpoint.empty() ? QString() : tr("On record for the model"));
    column->addLayout(fields);
}

const query::ProposalOption* ProposeForm::option() const
{
    const QVariant at = m_transition->currentData();
    return at.isValid() ? &m_view.options[static_cast<std::size_t>(at.toInt())] : nullptr;
}

QString ProposeForm::missing() const
{
    const query::ProposalOption* chosen = option();
    if (chosen == nullptr) {
        return tr("No gate begins in %1.").arg(cleanName(qs(m_view.stageLabel), nameLimit));
    }
    if (!chosen->state.on()) {
        return readableTimes(cleanName(qs(chosen->state.offReason), 400));
    }
    return m_endpoint->text().trimmed().isEmpty() ? tr("A proposal names the serving endpoint (law 9).") : QString();
}

commands::ProposeRequest ProposeForm::request(const QString& text) const
{
    commands::ProposeRequest request;
    request.version = m_view.version;
    if (const query::ProposalOption* chosen = option()) {
        request.transition = chosen->transition;
    }
    request.endpoint = m_view.endpoint.empty() ? utf8(m_endpoint->text().trimmed()) : m_view.endpoint;
    request.text = utf8(text);
    request.rollbackTarget = utf8(m_target->currentData().toString());
    return request;
}

void ProposeForm::refill()
{
    clearLayout(m_rest);
    clearLayout(m_leaves);
    const query::ProposalOption* chosen = option();
    const QString before = m_target->currentData().toString();
    {
        const QSignalBlocker blocked(m_target);
        m_target->clear();
        for (const auto& [value, label] : chosen == nullptr ? decltype(chosen->targets)() : chosen->targets) {
            m_target->addItem(cleanName(qs(label), nameLimit), qs(value));
        }
        m_target->setCurrentIndex(std::max(0, m_target->findData(before)));
    }
    const bool tree = chosen != nullptr && chosen->tree;
    m_showAll->setVisible(tree);
    m_showAll->setText(m_showAll->isChecked() ? tr("Hide the conditions") : tr("Show all conditions"));
    if (tree) {
        addSummary(*chosen);
        if (m_showAll->isChecked()) {
            addLeaves(*chosen->tree, {});
        }
    }
    Q_EMIT changed();
}

void ProposeForm::addSummary(const query::ProposalOption& option)
{
    auto* head = new QHBoxLayout;
    head->addWidget(new Label(tr("Conditions of the gate"), Type::Strong));
    auto* chip = new VerdictChip(option.passed == option.total ? Verdict::Passed : Verdict::Pending,
        isolate(tr("%1 of %2 hold already")
                    .arg(countText(static_cast<qint64>(option.passed)), countText(static_cast<qint64>(option.total)))));
    chip->setObjectName(QStringLiteral("proposeConditions"));
    head->addWidget(chip);
    head->addStretch(1);
    m_rest->addLayout(head);
    addSentences(tr("Still missing"), option.missing, QStringLiteral("pending"));
    addSentences(tr("Will be asked"), option.asked, QStringLiteral("sign"));
    if (option.replaces) {
        m_rest->addWidget(makeSmall(
            tr("It takes the place of promotion #%1, which is still open.").arg(*option.replaces), Role::Stale));
    }
    for (const std::string& warning : option.warnings) {
        m_rest->addWidget(makeSmall(readableTimes(cleanName(qs(warning), 400)), Role::Stale));
    }
}

void ProposeForm::addSentences(const QString& title, const std::vector<std::string>& sentences, const QString& icon)
{
    if (sentences.empty()) {
        return;
    }
    m_rest->addWidget(new Label(title, Type::SmallMedium, Role::Muted));
    for (const std::string& sentence : sentences) {
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        row->addWidget(new IconLabel(icon, Role::Pending), 0, Qt::AlignTop);
        auto* words = new Label(cleanName(qs(sentence), 300), Type::Small);
        words->setWordWrap(true);
        row->addWidget(words, 1);
        m_rest->addLayout(row);
    }
}

void ProposeForm::addLeaves(const query::GateNode& node, const QString& under)
{
    if (node.leaf) {
        const VerdictLook look = verdictLook(verdictOf(node.status));
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        row->addWidget(new IconLabel(look.icon, look.role), 0, Qt::AlignTop);
        const QString title = cleanName(qs(node.title), 160);
        auto* words =
            new Label(under.isEmpty() || title == under ? title : tr("%1: %2").arg(under, title), Type::Small);
        words->setWordWrap(true);
        words->setAccessibleName(tr("%1, %2").arg(title, verdictWord(verdictOf(node.status))));
        row->addWidget(words, 1);
        const QString value = cleanName(qs(node.value), 40);
        const QString bound = cleanName(qs(node.bound), 40);
        row->addWidget(new Label(
            bound.isEmpty() ? value : QString(value % QLatin1Char(' ') % bound).trimmed(), Type::Small, Role::Muted));
        m_leaves->addLayout(row);
    }
    for (const query::GateNode& child : node.children) {
        addLeaves(child, node.leaf || under.isEmpty() ? QString() : cleanName(qs(node.title), 80));
    }
}

} // namespace cs::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/node_form.h"

#include "ui/policy/case_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel_head.h"
#include "ui/widgets/policy/condition_words.h"
#include "ui/widgets/policy/policy_draft.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QVBoxLayout>

namespace cs::ui {
namespace {

constexpr int depthMax = 3;

QString text(json::Value value)
{
    return qs(std::string(value.string()));
}

bool listsObjects(json::Value value)
{
    if (value.isArray())
        for (const json::Value item : value)
            if (item.isObject())
                return true;
    return false;
}

} // namespace

NodeForm::NodeForm(PolicyDraft& draft, QWidget* parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_head(new PanelHead({}, {}, this))
    , m_copy(new Button(Button::Kind::Plain, {}, this))
    , m_delete(new Button(Button::Kind::Plain, {}, this))
{
    setObjectName(QStringLiteral("policyForm"));
    m_copy->setObjectName(QStringLiteral("policyCopy"));
    m_copy->setIconName(QStringLiteral("copy"));
    m_delete->setObjectName(QStringLiteral("policyDelete"));
    m_delete->setIconName(QStringLiteral("delete"));
    m_head->addWidget(m_copy);
    m_head->addWidget(m_delete);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("policyFormScroll"));
    scroll->setAccessibleName(tr("Fields of the condition"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(12, 12, 12, 12);
    m_column->setSpacing(4);
    scroll->setWidget(content);
    makeClear(scroll);
    column->addWidget(scroll, 1);
    connect(m_copy, &Button::triggered, this, &NodeForm::copyAsked);
    connect(m_delete, &Button::triggered, this, &NodeForm::deleteAsked);
    connect(&m_draft, &PolicyDraft::changed, this, &NodeForm::onDraft);
    rebuild();
}

void NodeForm::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colorOf(Role::Surface));
}

void NodeForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QWidget::changeEvent(event);
}

void NodeForm::setEditable(bool editable)
{
    if (m_editable != editable) {
        m_editable = editable;
        rebuild();
    }
}

void NodeForm::setPlace(const std::string& pointer)
{
    if (m_pointer == pointer && m_shown == m_draft.at(pointer).raw())
        return;
    m_pointer = pointer;
    rebuild();
}

void NodeForm::onDraft()
{
    const std::string now(m_draft.at(m_pointer).raw());
    if (now == m_shown)
        return;
    if (m_writing)
        m_shown = now; // the field that wrote it shows it already
    else
        rebuild();
}

void NodeForm::write(const std::string& pointer, const std::string& value)
{
    const QScopedValueRollback writing(m_writing, true);
    m_draft.set(pointer, value);
}

void NodeForm::focusFirst()
{
    if (QWidget* first = nextInFocusChain(); first != nullptr)
        for (QWidget* at = first; at != this; at = at->nextInFocusChain())
            if (isAncestorOf(at) && at->isVisible() && (at->focusPolicy() & Qt::TabFocus) && at != m_copy
                && at != m_delete) {
                at->setFocus(Qt::TabFocusReason);
                return;
            }
}

void NodeForm::rebuild()
{
    clearLayout(m_column);
    m_findings = nullptr;
    const json::Value value = m_draft.at(m_pointer);
    m_shown = value.raw();
    m_copy->setAccessibleName(tr("Copy"));
    m_copy->setToolTip(tr("Copy this condition (Ctrl+C)"));
    m_delete->setAccessibleName(tr("Delete"));
    m_delete->setToolTip(tr("Delete this condition (Del)"));
    using Kind = ConditionWords::Kind;
    const Kind kind = ConditionWords::kindOf(value);
    m_inCondition = kind != Kind::None;
    m_copy->setVisible(kind != Kind::None);
    m_delete->setVisible(kind != Kind::None && m_editable);
    if (!value.isValid() || m_pointer.empty()) {
        m_head->setTitle(tr("Nothing is chosen"));
        m_column->addStretch(1);
        return;
    }
    m_head->setTitle(kind == Kind::None ? tr("Setting")
            : kind == Kind::Check       ? tr("Check")
            : kind == Kind::Approval    ? tr("Approval")
            : kind == Kind::When        ? tr("Condition on tags")
                                        : tr("Group"));
    m_findings = new QVBoxLayout;
    m_findings->setSpacing(4);
    m_column->addLayout(m_findings);
    addFindings();
    if (kind != Kind::None)
        addCondition(value);
    else if (value.isObject())
        addObject(m_pointer, 0, {});
    else
        addMember(json::parentOf(m_pointer), json::lastStep(m_pointer),
            PolicySchema::shipped().at(m_draft.source(), m_pointer), 0);
    if (m_pointer.ends_with("/require"))
        addFewest();
    m_column->addStretch(1);
}

void NodeForm::setFewest(const QStringList& lines)
{
    if (m_fewest == lines)
        return;
    m_fewest = lines;
    if (m_pointer.ends_with("/require"))
        rebuild();
}

void NodeForm::addFewest()
{
    if (m_fewest.isEmpty())
        return;
    m_column->addSpacing(12);
    auto* head = new Label(tr("Who alone could bring a version to production"), Type::Strong);
    head->setWordWrap(true);
    m_column->addWidget(head);
    for (const QString& line : m_fewest) {
        auto* label = new Label(line, Type::Body);
        label->setObjectName(QStringLiteral("policyFewest"));
        label->setWordWrap(true);
        m_column->addWidget(label);
    }
    auto* note = new Label(
        tr("The fewest people of today under this text, if services do their part. Break-glass does not count."),
        Type::Small, Role::Muted);
    note->setWordWrap(true);
    m_column->addWidget(note);
}

void NodeForm::setJudgement(const query::DraftJudgement& judgement)
{
    m_judgement = judgement;
    addFindings();
}

void NodeForm::addFindings()
{
    if (m_findings == nullptr)
        return;
    clearLayout(m_findings);
    QStringList said;
    for (const query::PolicyFinding& finding : m_judgement.findings) {
        if (m_pointer.empty() || (finding.pointer != m_pointer && !finding.pointer.starts_with(m_pointer + "/")))
            continue;
        // Of a group only what is about itself; its children say theirs.
        if (finding.pointer != m_pointer && ConditionWords::children(m_draft.at(m_pointer)).size() > 1)
            continue;
        using Kind = query::PolicyFinding::Kind;
        const QString words = finding.kind == Kind::Weakens ? CaseWords::sentence(finding)
                                                            : cleanName(coreWords(qs(finding.message)), 300);
        if (said.contains(words))
            continue;
        said.append(words);
        auto* label = new Label(words, Type::Small,
            finding.kind == Kind::Error         ? Role::Failed
                : finding.kind == Kind::Weakens ? Role::Vetoed
                                                : Role::Stale);
        label->setWordWrap(true);
        label->setObjectName(QStringLiteral("policyFormFinding"));
        m_findings->addWidget(label);
    }
}

void NodeForm::addCondition(json::Value value)
{
    using Kind = ConditionWords::Kind;
    const Kind kind = ConditionWords::kindOf(value);
    SchemaNode plain;
    plain.kind = SchemaNode::Kind::Text;
    addMember(m_pointer, "title", plain, 0);
    if (kind == Kind::When) {
        auto* label = new Label(tr("Applies when all of these hold"), Type::Small, Role::Muted);
        m_column->addWidget(label);
        auto* field = new PredicateField(m_draft, m_pointer + "/when");
        field->setObjectName(QStringLiteral("policyWhen"));
        field->setEnabled(m_editable);
        m_column->addWidget(field);
        auto* hint = new Label(tr("A tag that is missing is read as its strictest value."), Type::Small, Role::Muted);
        hint->setWordWrap(true);
        m_column->addWidget(hint);
    } else if (kind == Kind::AtLeast) {
        plain.kind = SchemaNode::Kind::Integer;
        plain.optional = false;
        addMember(m_pointer + "/atLeast", "count", plain, 0);
    } else if (kind == Kind::Check) {
        const QString name = text(value.find("check").find("kind"));
        auto* help = new Label(ConditionWords::checkKind(name) + QStringLiteral(". ") + ConditionWords::checkHelp(name),
            Type::Small, Role::Muted);
        help->setWordWrap(true);
        m_column->addWidget(help);
        addObject(m_pointer + "/check", 0, {"kind", "digestMatch"});
        addKnown(value.find("check"));
    } else if (kind == Kind::Approval) {
        addObject(m_pointer + "/approval", 0, {});
    }
    addObject(m_pointer, 0, {"title", "check", "approval", "when", "then", "else", "all", "any", "atLeast", "not"});
}

/// What production has now, beside the bound that is asked for.
void NodeForm::addKnown(json::Value check)
{
    const QString name = text(check.find("metric"));
    for (const query::PolicyMetric& metric : m_vocabulary.metrics)
        if (qs(metric.name) == name && metric.production) {
            auto* label = new Label(tr("In production now: %1 (%2)")
                                        .arg(ConditionWords::number(*metric.production), cleanName(qs(metric.version))),
                Type::Small, Role::Muted);
            label->setObjectName(QStringLiteral("policyProduction"));
            label->setWordWrap(true);
            m_column->addWidget(label);
        }
}

void NodeForm::addObject(const std::string& pointer, int depth, const std::vector<std::string>& leaveOut)
{
    const json::Value value = m_draft.at(pointer);
    for (const SchemaMember& member : PolicySchema::shipped().members(m_draft.source(), pointer)) {
        const bool left = std::find(leaveOut.begin(), leaveOut.end(), member.name) != leaveOut.end();
        if (left || !value.find(member.name).isValid())
            continue;
        addMember(pointer, member.name, member.node, depth);
    }
    addMissing(pointer, leaveOut);
}

/// Members that may be there and are not.
void NodeForm::addMissing(const std::string& pointer, const std::vector<std::string>& leaveOut)
{
    if (!m_editable)
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("policyAddMember"));
    const json::Value value = m_draft.at(pointer);
    using Kind = SchemaNode::Kind;
    for (const SchemaMember& member : PolicySchema::shipped().members(m_draft.source(), pointer)) {
        if (value.find(member.name).isValid()
            || std::find(leaveOut.begin(), leaveOut.end(), member.name) != leaveOut.end())
            continue;
        std::string start = member.node.standard;
        if (start.empty())
            start = member.node.kind == Kind::Bool ? "true"
                : member.node.kind == Kind::List   ? "[]"
                : member.node.kind == Kind::Integer || member.node.kind == Kind::Number
                ? std::to_string(static_cast<long long>(std::max(1.0, member.node.least.value_or(1))))
                : member.node.kind == Kind::Choice ? json::quoted(member.node.choices.value(0).toStdString())
                : member.node.kind == Kind::Text   ? "\"\""
                                                   : std::string();
        if (start.empty())
            continue; // whole objects are written in the text
        QAction* action = menu->addAction(ConditionWords::member(member.name));
        action->setToolTip(member.node.description);
        connect(action, &QAction::triggered, this,
            [this, at = pointer + json::step(member.name), start] { m_draft.set(at, start); });
    }
    if (menu->isEmpty()) {
        menu->deleteLater();
        return;
    }
    auto* add = new Button(Button::Kind::Plain, tr("Add field"));
    add->setObjectName(QStringLiteral("policyAddField"));
    add->setIconName(QStringLiteral("add"));
    menu->setParent(add, menu->windowFlags());
    connect(add, &Button::triggered, this, [add, menu] { menu->popup(add->mapToGlobal(QPoint(0, add->height()))); });
    m_column->addWidget(add, 0, Qt::AlignLeft);
}

void NodeForm::addMember(const std::string& pointer, const std::string& name, const SchemaNode& node, int depth)
{
    const std::string at = pointer + json::step(name);
    const json::Value value = m_draft.at(at);
    using Kind = SchemaNode::Kind;
    // What the tree shows has its own rows there; in a condition the tree shows conditions only.
    const bool inTree = node.kind == Kind::Condition || node.kind == Kind::Map || listsObjects(value);
    if (node.kind == Kind::Fixed || node.kind == Kind::Check || (inTree && !m_inCondition))
        return;
    if (inTree) {
        addLabelled(at, name, jsonEditor(at), node);
        return;
    }
    if (node.kind == SchemaNode::Kind::Predicate) {
        auto* label = new Label(ConditionWords::member(name), Type::Small, Role::Muted);
        m_column->addWidget(label);
        auto* field = new PredicateField(m_draft, at);
        field->setEnabled(m_editable);
        m_column->addWidget(field);
        return;
    }
    if (value.isObject() && node.kind != SchemaNode::Kind::Any) {
        if (depth >= depthMax)
            return;
        m_column->addSpacing(6);
        m_column->addWidget(new Label(ConditionWords::member(name), Type::SmallMedium, Role::Text));
        addObject(at, depth + 1, {});
        return;
    }
    addLabelled(at, name, editorFor(at, name, node), node);
}

void NodeForm::addLabelled(const std::string& pointer, const std::string& name, QWidget* field, const SchemaNode& node)
{
    field->setObjectName(QStringLiteral("field_") + qs(name));
    field->setEnabled(m_editable);
    const QString words = ConditionWords::member(name);
    field->setAccessibleName(words);
    if (field->focusProxy() != nullptr)
        field->focusProxy()->setAccessibleName(words);
    field->setToolTip(node.description);
    if (qobject_cast<QCheckBox*>(field) == nullptr) {
        auto* label = new Label(words, Type::Small, Role::Muted);
        label->setBuddy(field);
        label->setToolTip(node.description);
        m_column->addSpacing(4);
        m_column->addWidget(label);
    }
    const bool removable = node.optional && m_editable && name != "title" && name != "id";
    if (!removable) {
        m_column->addWidget(field);
        return;
    }
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(field, 1);
    auto* remove = new Button(Button::Kind::Plain);
    remove->setObjectName(QStringLiteral("remove_") + qs(name));
    remove->setIconName(QStringLiteral("close"));
    remove->setAccessibleName(tr("Remove %1").arg(words));
    remove->setToolTip(tr("Remove %1").arg(words));
    connect(remove, &Button::triggered, this, [this, pointer] { m_draft.erase(pointer); });
    row->addWidget(remove);
    m_column->addLayout(row);
}

} // namespace cs::ui

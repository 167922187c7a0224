// SPDX-License-Identifier: GPL-3.0-or-later
// What the editor does to the conditions of a draft.
#include "ui/policy/draft_model.h"
#include "ui/policy/new_condition.h"
#include "ui/policy/policy_editor.h"
#include "ui/policy/policy_tree.h"
#include "ui/widgets/button.h"
#include "ui/widgets/policy/condition_words.h"
#include "ui/widgets/policy/policy_schema.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <limits>

namespace cs::ui {
namespace {

std::string textOf(json::Value value)
{
    return std::string(value.string());
}

} // namespace

std::string PolicyEditor::gate() const
{
    return json::lastStep(json::parentOf(m_model->root()));
}

std::string PolicyEditor::prefix() const
{
    const std::string id = textOf(m_draft.at(m_model->root()).find("id"));
    return id.substr(0, id.find('.'));
}

std::string PolicyEditor::newApproval() const
{
    return NewCondition(m_keeper, gate(), prefix()).approval();
}

std::string PolicyEditor::newCheck(const QString& kind) const
{
    return NewCondition(m_keeper, gate(), prefix()).check(kind);
}

QString PolicyEditor::newIdIn(const std::string& node) const
{
    const json::Source source(node);
    return qs(textOf(source.at("/id")));
}

void PolicyEditor::put(const std::string& node)
{
    const std::string at = current();
    if (node.empty() || at.empty() || !canEdit())
        return;
    m_wantedId = newIdIn(node);
    const json::Value chosen = m_draft.at(at);
    if (const std::string list = ConditionWords::listOf(chosen); !list.empty()) {
        m_draft.insert(at + list, std::numeric_limits<std::size_t>::max(), node);
        return;
    }
    std::string target = at;
    if (ConditionWords::kindOf(chosen) == ConditionWords::Kind::When) {
        target = at + "/then";
        if (const std::string list = ConditionWords::listOf(m_draft.at(target)); !list.empty()) {
            m_draft.insert(target + list, std::numeric_limits<std::size_t>::max(), node);
            return;
        }
    } else if (const std::string list = json::parentOf(at); m_draft.at(list).isArray()) {
        m_draft.insert(list, std::stoul(json::lastStep(at)) + 1, node);
        return;
    }
    // A branch that holds one condition becomes a group of two.
    const std::string both = json::spaced(m_draft.at(target)) + ", " + node;
    m_draft.set(
        target, "{ \"id\": " + json::quoted(m_draft.freeId(prefix() + ".group")) + ", \"all\": [ " + both + " ] }");
}

void PolicyEditor::fillAddMenu(QMenu* menu)
{
    const auto add = [this, menu](const QString& text, const QString& help, auto make) {
        QAction* action = menu->addAction(text);
        action->setToolTip(help);
        connect(action, &QAction::triggered, this, [this, make] { put(make()); });
    };
    add(tr("Approval"), tr("A signature of one of some roles"), [this] { return newApproval(); });
    add(tr("Approval for some versions only"), tr("A signature that is asked where tags hold"),
        [this] { return NewCondition(m_keeper, gate(), prefix()).whenTags(newApproval()); });
    menu->addSeparator();
    for (const QString& kind : PolicySchema::shipped().checkKinds())
        add(ConditionWords::checkKind(kind), ConditionWords::checkHelp(kind), [this, kind] { return newCheck(kind); });
    menu->addSeparator();
    add(tr("Group: any of these"), tr("One of its conditions is enough"),
        [this] { return NewCondition(m_keeper, gate(), prefix()).group("any", newApproval()); });
    add(tr("Group: all of these"), tr("All of its conditions must hold"),
        [this] { return NewCondition(m_keeper, gate(), prefix()).group("all", newApproval()); });
}

void PolicyEditor::addMenu()
{
    if (!canEdit()) {
        Q_EMIT refused(m_add->offReason());
        return;
    }
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("policyAddMenu"));
    menu->setToolTipsVisible(true);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillAddMenu(menu);
    menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height())));
}

void PolicyEditor::remove()
{
    const std::string at = current();
    if (!canEdit() || at.empty() || at == m_model->root())
        return;
    const QModelIndex index = m_tree->currentIndex();
    const QModelIndex next = index.siblingAtRow(index.row() > 0 ? index.row() - 1 : index.row() + 1);
    m_wantedId = m_model->keyOf(next.isValid() ? next : index.parent());
    const std::string parent = json::parentOf(at);
    if (m_draft.at(parent).isArray() && m_draft.at(parent).size() > 1) {
        m_draft.erase(at);
    } else if (at.ends_with("/else")) {
        m_draft.erase(at);
    } else {
        // The last of a group, or the only branch: the group goes with it, for an empty one would always hold.
        const std::string owner = m_model->pointerOf(index.parent());
        if (owner.empty() || owner == m_model->root()) {
            m_wantedId.clear();
            Q_EMIT refused(tr("A gate keeps at least one condition."));
            return;
        }
        m_wantedId = m_model->keyOf(index.parent().parent());
        m_draft.erase(owner);
    }
}

void PolicyEditor::copy()
{
    const std::string at = current();
    if (!at.empty())
        QGuiApplication::clipboard()->setText(qs(json::spaced(m_draft.at(at))));
}

void PolicyEditor::paste()
{
    const std::string node = m_draft.withFreeIds(QGuiApplication::clipboard()->text().toStdString());
    const json::Source source(node);
    if (node.empty() || ConditionWords::kindOf(source.root()) == ConditionWords::Kind::None)
        Q_EMIT refused(tr("The clipboard holds no condition."));
    else
        put(node);
}

void PolicyEditor::move(int by)
{
    const std::string at = current();
    const std::string list = json::parentOf(at);
    if (!canEdit() || !m_draft.at(list).isArray())
        return;
    const auto index = static_cast<int>(std::stoul(json::lastStep(at)));
    const int wanted = index + by;
    if (wanted < 0 || wanted >= static_cast<int>(m_draft.at(list).size()))
        return;
    m_wantedId = m_model->keyOf(m_tree->currentIndex());
    m_draft.move(at, list, static_cast<std::size_t>(by > 0 ? wanted + 1 : wanted));
}

void PolicyEditor::wrapInTags()
{
    const std::string at = current();
    if (!canEdit() || at.empty() || at == m_model->root())
        return;
    const std::string node = NewCondition(m_keeper, gate(), prefix()).whenTags(json::spaced(m_draft.at(at)));
    m_wantedId = newIdIn(node);
    m_draft.set(at, node);
}

void PolicyEditor::wrapInGroup(const char* kind)
{
    const std::string at = current();
    if (!canEdit() || at.empty() || at == m_model->root())
        return;
    const std::string node = NewCondition(m_keeper, gate(), prefix()).group(kind, json::spaced(m_draft.at(at)));
    m_wantedId = newIdIn(node);
    m_draft.set(at, node);
}

void PolicyEditor::negate()
{
    const std::string at = current();
    const json::Value value = m_draft.at(at);
    if (!canEdit())
        return;
    if (ConditionWords::kindOf(value) == ConditionWords::Kind::Not) {
        m_wantedId = qs(textOf(value.find("not").find("id")));
        m_draft.set(at, json::spaced(value.find("not")));
    } else if (ConditionWords::kindOf(value) == ConditionWords::Kind::Check) {
        const std::string node = "{ \"id\": " + json::quoted(m_draft.freeId(textOf(value.find("id")) + ".not"))
            + ", \"not\": " + json::spaced(value) + " }";
        m_wantedId = newIdIn(node);
        m_draft.set(at, node);
    } else {
        Q_EMIT refused(tr("Only a check can be negated: no signature counts against a promotion but a rejection."));
    }
}

} // namespace cs::ui

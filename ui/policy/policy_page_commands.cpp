// SPDX-License-Identifier: GPL-3.0-or-later
// What the policy page offers to menus, shortcuts and the palette.
#include "ui/policy/policy_editor.h"
#include "ui/policy/policy_page.h"
#include "ui/widgets/button.h"
#include "ui/widgets/policy/condition_words.h"
#include "ui/widgets/segments.h"

namespace cs::ui {

std::vector<Command> PolicyPage::commands()
{
    const auto edit = [this](const char* id, const QString& text, const QString& help, const char* icon,
                          const QList<QKeySequence>& keys, std::function<void()> run) {
        return Command{id, text, help, QString::fromLatin1(icon), keys, MenuPlace::Edit, std::move(run)};
    };
    return {
        edit("policy.add", tr("Add condition…"), tr("Offers conditions to add where you are."), "add",
            {QKeySequence(Qt::Key_Insert)}, [this] { m_editor->addMenu(); }),
        edit("policy.remove", tr("Delete condition"), tr("Takes the chosen condition out of the draft."), "delete", {},
            [this] { m_editor->remove(); }),
        edit("policy.copy", tr("Copy condition"), tr("Puts the chosen condition on the clipboard."), "copy", {},
            [this] { m_editor->copy(); }),
        edit("policy.paste", tr("Paste condition"), tr("Adds the condition from the clipboard, with ids of its own."),
            "attach", {}, [this] { m_editor->paste(); }),
        edit("policy.up", tr("Move condition up"), tr("Before its neighbour; the order changes nothing else."),
            "promotion", {QKeySequence(Qt::ALT | Qt::Key_Up)}, [this] { m_editor->move(-1); }),
        edit("policy.down", tr("Move condition down"), tr("Behind its neighbour; the order changes nothing else."),
            "drag", {QKeySequence(Qt::ALT | Qt::Key_Down)}, [this] { m_editor->move(1); }),
        edit("policy.when", tr("Ask only where tags hold"), tr("Puts the condition under a condition on tags."), "tag",
            {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W)}, [this] { m_editor->wrapInTags(); }),
        edit("policy.groupAny", tr("Group: any of these"), tr("Puts the condition into a group of alternatives."),
            "gate", {}, [this] { m_editor->wrapInGroup("any"); }),
        edit("policy.groupAll", tr("Group: all of these"), tr("Puts the condition into a group of its own."), "gate",
            {}, [this] { m_editor->wrapInGroup("all"); }),
        edit("policy.negate", tr("Negate check"), tr("The check must not hold; once more takes that back."),
            "not-applicable", {}, [this] { m_editor->negate(); }),
        edit("policy.undo", tr("Undo"), tr("Takes the last change of the draft back."), "undo",
            {QKeySequence(QKeySequence::Undo)}, [this] { m_keeper.draft().undo(); }),
        edit("policy.redo", tr("Redo"), tr("Makes the change again."), "redo", {QKeySequence(QKeySequence::Redo)},
            [this] { m_keeper.draft().redo(); }),
        {"policy.finding", tr("Go to the next finding"), tr("Moves to what is wrong or weakens."),
            QStringLiteral("warning"), {QKeySequence(Qt::Key_F8)}, MenuPlace::Go, [this] { m_editor->nextFinding(); }},
        {"policy.text", tr("Show as text"), tr("The same draft, as its text or as a tree."), QStringLiteral("command"),
            {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T)}, MenuPlace::View,
            [this] { m_mode->setCurrent(m_editor->isText() ? QStringLiteral("tree") : QStringLiteral("text")); }},
        {"policy.compare", tr("Compare the draft with what is in force"), tr("Shows what becomes stricter and weaker."),
            QStringLiteral("compare"), {}, MenuPlace::View, [this] { compareWithInForce(); }},
        {"policy.simulate", tr("Simulate the draft…"), tr("Tries the draft on the promotions of the past."),
            QStringLiteral("simulate"), {}, MenuPlace::Tools,
            [this] { m_simulate->isOff() ? say(QStringLiteral("info"), m_simulate->offReason()) : simulate(); }},
        {"policy.revisions", tr("Show revisions and proposed changes"), tr("Who changed what, when and why."),
            QStringLiteral("history"), {}, MenuPlace::View, [this] { showRevisions(); }},
        {"policy.sign", tr("Sign the proposed change…"), tr("Shows what you would sign of a proposed policy."),
            QStringLiteral("sign"), {}, MenuPlace::Tools, [this] { signFirst(); }},
        {"policy.adopt", tr("Put the proposed change in force…"), tr("Once all signatures are there."),
            QStringLiteral("policy"), {}, MenuPlace::Tools, [this] { adoptFirst(); }},
        {"policy.propose", tr("Edit or propose the policy…"), tr("Opens a draft, or proposes the one that is open."),
            QStringLiteral("policy"), {QKeySequence(Qt::CTRL | Qt::Key_Return)}, MenuPlace::Tools,
            [this] {
                m_primary->isOff() && m_keeper.isJudged() ? say(QStringLiteral("info"), m_primary->offReason())
                                                          : primary();
            }},
        {"policy.import", tr("Open a policy file as a draft…"), tr("Reads a policy document into a draft."),
            QStringLiteral("import"), {}, MenuPlace::File, [this] { importText(); }},
        {"policy.export", tr("Export the policy…"), tr("Saves the text that is shown, byte for byte."),
            QStringLiteral("export"), {}, MenuPlace::File, [this] { exportText(); }},
        {"policy.discard", tr("Discard the draft…"), tr("Goes back to the policy in force."), QStringLiteral("delete"),
            {}, MenuPlace::Edit, [this] { discard(); }},
    };
}

std::vector<Destination> PolicyPage::destinations(const QString& typed) const
{
    std::vector<Destination> found;
    for (const json::Value gate : m_keeper.draft().at("/gates")) {
        const QString title = ConditionWords::gateTitle(std::string(gate.key()), m_keeper.draft().source());
        if (!typed.isEmpty() && title.contains(typed, Qt::CaseInsensitive))
            found.push_back(
                {QStringLiteral("policy"), title, tr("Gate of the policy"), "policy", qs(std::string(gate.key()))});
    }
    return found;
}

} // namespace cs::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/policy/policy_draft.h"

#include <QPlainTextDocumentLayout>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>
#include <functional>
#include <set>

namespace cs::ui {
namespace {

void collectIds(json::Value value, std::set<std::string>& ids)
{
    if (const json::Value id = value.find("id"); id.isString())
        ids.emplace(id.string());
    if (value.isObject() || value.isArray())
        for (const json::Value child : value)
            collectIds(child, ids);
}

std::string freeAmong(std::set<std::string>& ids, const std::string& wanted)
{
    std::string id = wanted;
    for (int n = 2; !ids.insert(id).second; ++n)
        id = wanted + "-" + std::to_string(n);
    return id;
}

/// Rewrites the ids of a condition and of everything in it.
std::string renumbered(const std::string& text, std::set<std::string>& ids)
{
    std::string now = text;
    // From the end, so that places before stay where they are.
    std::vector<json::Edit> edits;
    const json::Source source(now);
    const std::function<void(json::Value, const std::string&)> visit = [&](json::Value value, const std::string& at) {
        if (const json::Value id = value.find("id"); id.isString())
            if (auto edit = source.set(at + "/id", json::quoted(freeAmong(ids, std::string(id.string())))))
                edits.push_back(*std::move(edit));
        std::size_t index = 0;
        if (value.isObject())
            for (const json::Value child : value)
                visit(child, at + json::step(child.key()));
        else if (value.isArray())
            for (const json::Value child : value)
                visit(child, at + json::step(index++));
    };
    visit(source.root(), {});
    std::sort(edits.begin(), edits.end(), [](const auto& a, const auto& b) { return a.begin > b.begin; });
    for (const json::Edit& edit : edits)
        now = json::applied(std::move(now), edit);
    return now;
}

} // namespace

PolicyDraft::PolicyDraft(QObject* parent)
    : QObject(parent)
    , m_document(new QTextDocument(this))
{
    m_document->setDocumentLayout(new QPlainTextDocumentLayout(m_document));
    connect(m_document, &QTextDocument::contentsChanged, this, &PolicyDraft::onContents);
}

PolicyDraft::~PolicyDraft() = default;

void PolicyDraft::start(const std::string& text, bool dirty)
{
    take(text, true, dirty);
}

void PolicyDraft::show(const std::string& text)
{
    take(text, false, false);
}

void PolicyDraft::clear()
{
    take({}, false, false);
}

void PolicyDraft::take(const std::string& text, bool open, bool dirty)
{
    m_starting = true;
    m_document->setPlainText(qs(text));
    m_document->clearUndoRedoStacks();
    m_document->setModified(false);
    m_starting = false;
    m_source.reset();
    m_dirty = dirty;
    const bool was = std::exchange(m_open, open);
    Q_EMIT changed();
    if (was != open)
        Q_EMIT openChanged();
}

void PolicyDraft::onContents()
{
    if (m_starting)
        return;
    m_source.reset();
    m_dirty = true;
    Q_EMIT changed();
}

const json::Source& PolicyDraft::source() const
{
    if (!m_source)
        m_source = std::make_unique<json::Source>(plain().toUtf8().toStdString());
    return *m_source;
}

/// As it stands: toPlainText() would make spaces of what somebody may have to see.
QString PolicyDraft::plain() const
{
    QString text = m_document->toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    text.replace(QChar::LineSeparator, u'\n');
    return text;
}

int PolicyDraft::positionOf(std::int64_t offset) const
{
    const std::string& all = source().text();
    const auto bytes = std::clamp<std::int64_t>(offset, 0, std::ssize(all));
    return static_cast<int>(QString::fromUtf8(all.data(), static_cast<qsizetype>(bytes)).size());
}

std::int64_t PolicyDraft::offsetOf(int position) const
{
    return plain().left(position).toUtf8().size();
}

bool PolicyDraft::apply(const std::optional<json::Edit>& edit)
{
    if (!edit || !m_open)
        return false;
    const int begin = positionOf(static_cast<std::int64_t>(edit->begin));
    const int end = positionOf(static_cast<std::int64_t>(edit->end));
    QTextCursor cursor(m_document);
    cursor.beginEditBlock();
    cursor.setPosition(begin);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    cursor.insertText(qs(edit->text));
    cursor.endEditBlock();
    return true;
}

bool PolicyDraft::set(const std::string& pointer, const std::string& value)
{
    const json::Value old = at(pointer);
    if (old.isValid() && old.raw() == value)
        return true;
    return apply(source().set(pointer, value));
}

bool PolicyDraft::setText(const std::string& pointer, const QString& text)
{
    return set(pointer, json::quoted(text.toUtf8().toStdString()));
}

bool PolicyDraft::erase(const std::string& pointer)
{
    return apply(source().erase(pointer));
}

bool PolicyDraft::insert(const std::string& list, std::size_t index, const std::string& value)
{
    return apply(source().insert(list, index, value));
}

bool PolicyDraft::rename(const std::string& pointer, const std::string& name)
{
    return apply(source().rename(pointer, name));
}

bool PolicyDraft::move(const std::string& pointer, const std::string& list, std::size_t index)
{
    if (!m_open || list == pointer || list.starts_with(pointer + "/"))
        return false;
    const json::Value value = at(pointer);
    const json::Value target = at(list);
    if (!value.isValid() || !target.isArray())
        return false;
    const std::string text(value.raw());
    const auto put = source().insert(list, index, text);
    const auto take = source().erase(pointer);
    if (!put || !take)
        return false;
    // The later place first: the earlier one stays where it is.
    const bool putFirst = put->begin >= take->end;
    if (!putFirst && put->begin > take->begin)
        return false; // into the gap that it leaves: it stays where it is
    const json::Edit& first = putFirst ? *put : *take;
    const json::Edit& second = putFirst ? *take : *put;
    QTextCursor cursor(m_document);
    const int positions[4] = {positionOf(static_cast<std::int64_t>(first.begin)),
        positionOf(static_cast<std::int64_t>(first.end)), positionOf(static_cast<std::int64_t>(second.begin)),
        positionOf(static_cast<std::int64_t>(second.end))};
    cursor.beginEditBlock();
    cursor.setPosition(positions[0]);
    cursor.setPosition(positions[1], QTextCursor::KeepAnchor);
    cursor.insertText(qs(first.text));
    cursor.setPosition(positions[2]);
    cursor.setPosition(positions[3], QTextCursor::KeepAnchor);
    cursor.insertText(qs(second.text));
    cursor.endEditBlock();
    return true;
}

bool PolicyDraft::canUndo() const
{
    return m_open && m_document->isUndoAvailable();
}

bool PolicyDraft::canRedo() const
{
    return m_open && m_document->isRedoAvailable();
}

void PolicyDraft::undo()
{
    if (m_open)
        m_document->undo();
}

void PolicyDraft::redo()
{
    if (m_open)
        m_document->redo();
}

std::string PolicyDraft::freeId(const std::string& wanted) const
{
    std::set<std::string> ids;
    collectIds(source().root(), ids);
    return freeAmong(ids, wanted);
}

std::string PolicyDraft::placeOfId(const std::string& id) const
{
    const std::function<std::string(json::Value, const std::string&)> look = [&](json::Value value,
                                                                                 const std::string& at) {
        if (!at.empty() && value.find("id").isString() && value.find("id").string() == id)
            return at;
        std::size_t index = 0;
        std::string found;
        if (value.isObject() || value.isArray())
            for (const json::Value child : value) {
                found = look(child, at + (value.isObject() ? json::step(child.key()) : json::step(index++)));
                if (!found.empty())
                    break;
            }
        return found;
    };
    return look(source().root(), {});
}

std::string PolicyDraft::copyOf(const std::string& pointer) const
{
    return withFreeIds(json::spaced(at(pointer)));
}

std::string PolicyDraft::withFreeIds(const std::string& condition) const
{
    const auto parsed = json::spaced(std::string_view(condition));
    if (!parsed)
        return {};
    const json::Source text(*parsed);
    if (!text.root().isObject() || !text.at("/id").isString())
        return {};
    std::set<std::string> ids;
    collectIds(source().root(), ids);
    return renumbered(*parsed, ids);
}

} // namespace cs::ui

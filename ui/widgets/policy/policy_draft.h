// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_edit.h"

#include <QObject>
#include <QString>

#include <memory>

class QTextDocument;

namespace cs::ui {

/// A policy while somebody writes it. The draft is its text; the tree, the forms and the RACI matrix read that text and
/// change it in place, so that there is one draft, one undo, and what was written by hand stays as it was written.
/// Places are JSON pointers.
class PolicyDraft final : public QObject {
    Q_OBJECT
public:
    explicit PolicyDraft(QObject* parent = nullptr);
    ~PolicyDraft() override;

    /// Begins with a text; nothing to undo. @param dirty it is no copy of a revision any more.
    void start(const std::string& text, bool dirty);
    /// Shows a text that nobody can change.
    void show(const std::string& text);
    void clear();
    /// Is there a draft? Without one the page shows the policy in force, and nothing can be changed.
    bool isOpen() const { return m_open; }
    bool isDirty() const { return m_dirty; }

    /// The text with its values; status() tells whether it is JSON at all.
    const json::Source& source() const;
    json::Value at(const std::string& pointer) const { return source().at(pointer); }
    std::string text() const { return source().text(); }
    /// For the view as text; its undo is the undo of everything.
    QTextDocument* document() const { return m_document; }

    // Each is one step of undo. @returns false where the place is not there, or the text is no JSON.
    bool set(const std::string& pointer, const std::string& value);
    bool setText(const std::string& pointer, const QString& text); ///< a JSON string
    bool erase(const std::string& pointer);
    bool insert(const std::string& list, std::size_t index, const std::string& value);
    /// @param index in the target list as it is before. @returns false also for a move into itself.
    bool move(const std::string& pointer, const std::string& list, std::size_t index);
    bool rename(const std::string& pointer, const std::string& name);

    bool canUndo() const;
    bool canRedo() const;
    void undo();
    void redo();

    /// An id that stands nowhere in the document: "cp.approval", "cp.approval-2".
    std::string freeId(const std::string& wanted) const;
    /// Where the object with that id stands; empty where there is none.
    std::string placeOfId(const std::string& id) const;
    /// A copy of a condition with ids of its own, as one line.
    std::string copyOf(const std::string& pointer) const;
    /// The same of a text that came over the clipboard; empty where it is no condition.
    std::string withFreeIds(const std::string& condition) const;
    /// Offset in bytes → position in the document, and back.
    int positionOf(std::int64_t offset) const;
    std::int64_t offsetOf(int position) const;

Q_SIGNALS:
    /// The text is another one.
    void changed();
    /// There is a draft now, or none any more.
    void openChanged();

private:
    void take(const std::string& text, bool open, bool dirty);
    bool apply(const std::optional<json::Edit>& edit);
    void onContents();
    QString plain() const;

    QTextDocument* m_document;
    mutable std::unique_ptr<json::Source> m_source;
    bool m_open = false, m_dirty = false, m_starting = false;
};

} // namespace cs::ui

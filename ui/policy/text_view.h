// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/policy_views.h"
#include "ui/policy/fields.h"

#include <QPlainTextEdit>

class QListWidget;

namespace cs::ui {

class PolicyDraft;

/// The draft as text: line numbers, colours, what is wrong underlined where it stands, and completion by Ctrl+Space of
/// what the grammar and the workspace know at that place.
class PolicyTextView final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit PolicyTextView(PolicyDraft& draft, QWidget* parent = nullptr);

    void setVocabulary(const Vocabulary& vocabulary) { m_vocabulary = vocabulary; }
    void setFindings(const std::vector<query::PolicyFinding>& findings);
    void goTo(std::int64_t begin, std::int64_t end);
    /// What may be written at the cursor; empty: nothing is known.
    QStringList completions() const;
    void complete();

    int marginWidth() const;
    void paintMargin(QPaintEvent* event);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    void place();
    void underline();
    void takeCompletion();
    QString wordBefore(int* begin) const;

    PolicyDraft& m_draft;
    Vocabulary m_vocabulary;
    std::vector<query::PolicyFinding> m_findings;
    QWidget* m_margin;
    QListWidget* m_list;
};

} // namespace cs::ui

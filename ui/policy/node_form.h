// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/policy/fields.h"

#include <QWidget>

class QVBoxLayout;

namespace cs::ui {

class Button;
class Label;
class PanelHead;

/// What stands at one place of the draft, as fields: made from the grammar, so that everything can be edited without
/// JSON. A field that is left writes one change.
class NodeForm final : public QWidget {
    Q_OBJECT
public:
    explicit NodeForm(PolicyDraft& draft, QWidget* parent = nullptr);

    void setVocabulary(const Vocabulary& vocabulary) { m_vocabulary = vocabulary; }
    void setJudgement(const query::DraftJudgement& judgement);
    /// Shows a place; empty: nothing is chosen.
    void setPlace(const std::string& pointer);
    const std::string& place() const { return m_pointer; }
    void setEditable(bool editable);
    /// Who alone can bring a version to production: shown with the root of a gate. A title and people, a line each.
    void setFewest(const QStringList& lines);
    void focusFirst();

Q_SIGNALS:
    void copyAsked();
    void deleteAsked();
    void textAsked(const QString& pointer);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void onDraft();
    void rebuild();
    void addCondition(json::Value value);
    void addObject(const std::string& pointer, int depth, const std::vector<std::string>& leaveOut);
    void addMissing(const std::string& pointer, const std::vector<std::string>& leaveOut);
    void addMember(const std::string& pointer, const std::string& name, const SchemaNode& node, int depth);
    QWidget* editorFor(const std::string& pointer, const std::string& name, const SchemaNode& node);
    QWidget* textEditor(const std::string& pointer, const std::string& name, const SchemaNode& node);
    QWidget* choiceEditor(const std::string& pointer, const std::string& name, const SchemaNode& node);
    QWidget* numberEditor(const std::string& pointer, const SchemaNode& node);
    QWidget* listEditor(const std::string& pointer, const std::string& name, const SchemaNode& node);
    QWidget* jsonEditor(const std::string& pointer);
    void addLabelled(const std::string& pointer, const std::string& name, QWidget* field, const SchemaNode& node);
    void addKnown(json::Value check);
    void addFindings();
    void addFewest();
    void write(const std::string& pointer, const std::string& value);

    PolicyDraft& m_draft;
    Vocabulary m_vocabulary;
    query::DraftJudgement m_judgement;
    std::string m_pointer, m_shown; // m_shown: what the fields say
    bool m_editable = true, m_writing = false, m_inCondition = false;
    PanelHead* m_head;
    Button *m_copy, *m_delete;
    QVBoxLayout* m_column;
    QVBoxLayout* m_findings = nullptr;
    QStringList m_fewest;
};

} // namespace cs::ui

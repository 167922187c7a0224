// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/policy_views.h"
#include "ui/widgets/policy/policy_schema.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QMenu;

class QVBoxLayout;

namespace cs::ui {

class Button;
class PolicyDraft;

/// What a field may offer: from the draft itself, and from what the workspace reports.
struct Vocabulary {
    std::vector<query::PolicyMetric> metrics;
    std::vector<std::string> evidenceKinds;
};

/// A time, with the unit that fits it: "24 h". What is changed goes out as seconds.
class DurationField final : public QWidget {
    Q_OBJECT
public:
    explicit DurationField(qint64 seconds, QWidget* parent = nullptr);
    qint64 seconds() const;

Q_SIGNALS:
    void edited(qint64 seconds);

private:
    void emitEdited();
    QLineEdit* m_number;
    QComboBox* m_unit;
};

/// Several of a set, in a menu with check marks; what is chosen stands on the button.
class ChoiceListField final : public QWidget {
    Q_OBJECT
public:
    struct Choice {
        QString id, title;
        bool enabled = true;
    };
    ChoiceListField(QList<Choice> choices, QStringList chosen, QWidget* parent = nullptr);
    const QStringList& chosen() const { return m_chosen; }
    void setChosen(const QStringList& chosen);
    QMenu* menu() const { return m_menu; }

Q_SIGNALS:
    void edited(const QStringList& chosen);

private:
    void show();
    QList<Choice> m_choices;
    QStringList m_chosen;
    Button* m_button;
    QMenu* m_menu;
};

/// "Applies when all of these hold": tag, comparison, value; one row each. A predicate of another shape is shown in
/// words and edited as text.
class PredicateField final : public QWidget {
    Q_OBJECT
public:
    PredicateField(PolicyDraft& draft, std::string pointer, QWidget* parent = nullptr);
    /// The rows can say everything that stands there.
    bool isPlain() const { return m_plain; }

private:
    struct Row {
        std::string tag, op, fact;
        QStringList values;
        bool equals = true;
    };
    bool read(json::Value value);
    void rebuild();
    void addRow(std::size_t index);
    QComboBox* tagBox(const Row& row) const;
    QComboBox* opBox(const Row& row) const;
    QComboBox* valueBox(const Row& row) const;
    QString typeOf(const Row& row) const;
    void takeTag(std::size_t index, const QString& chosen);
    void write();
    QString asJson(const Row& row) const;

    PolicyDraft& m_draft;
    std::string m_pointer;
    std::vector<Row> m_rows;
    bool m_plain = true;
    QVBoxLayout* m_column;
};

/// Choices for a member by what the document names: roles, stages, gates, transitions, guardrail sets, conditions.
QList<ChoiceListField::Choice> choicesFor(
    const std::string& member, const PolicyDraft& draft, const Vocabulary& vocabulary);

} // namespace cs::ui

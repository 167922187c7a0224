// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace cs::ui {

class FactList;
class Label;

/// Fields and facts under each other, with labels that are buddies; says when one of them changes.
class PeopleForm final : public QWidget {
    Q_OBJECT
public:
    explicit PeopleForm(QWidget* parent = nullptr);
    FactList* addFacts();
    Label* addText(const QString& text);
    QComboBox* addCombo(const char* name, const QString& label);
    QLineEdit* addField(const char* name, const QString& label, const QString& placeholder = {});
    /// Twice the same new passphrase. @see passphraseProblem
    void addNewPassphrase();
    QString newPassphrase() const;
    /// Why the new passphrase cannot be used, as a sentence; empty if it can, or none is asked for.
    QString passphraseProblem() const;
    void addWidget(QWidget* widget);
    /// What was filled in has served: nothing else stays.
    void showOnly(const std::vector<QWidget*>& widgets);

Q_SIGNALS:
    void changed();

private:
    QVBoxLayout* m_column;
    QLineEdit* m_first = nullptr;
    QLineEdit* m_second = nullptr;
};

} // namespace cs::ui

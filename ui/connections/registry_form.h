// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace cs::ui {

class Button;
class Label;

/// The fields of a registry. The secret is never in the form's value: it goes to the keychain by itself.
class RegistryFormWidget final : public QWidget {
    Q_OBJECT
public:
    RegistryFormWidget(WorkspaceService& service, const query::ConnectionsView& view, const query::RegistryForm& form,
        QWidget* parent = nullptr);

    query::RegistryForm value() const;
    QString secret() const;
    /// Why it cannot be saved yet, as a sentence; empty if it can.
    QString missing() const;

Q_SIGNALS:
    void changed();

private:
    QLineEdit* addLine(const char* name, const QString& label, const QString& help);
    QComboBox* addCombo(const char* name, const QString& label);
    void addField(const QString& label, QWidget* field, const QString& help);
    void fill(const query::ConnectionsView& view);
    void fillSchedule();
    void onAuth();
    void test();

    WorkspaceService& m_service;
    query::RegistryForm m_form;
    QLineEdit *m_name, *m_url, *m_user, *m_secret;
    QComboBox *m_auth, *m_owner, *m_every;
    std::vector<std::pair<std::string, QLineEdit*>> m_aliases; ///< stage, field
    QLineEdit* m_watched;
    QCheckBox* m_writeBack;
    Button* m_test;
    Label* m_answer;
    quint64 m_generation = 0;
};

} // namespace cs::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/people_views.h"

#include <QWidget>

class QVBoxLayout;

namespace cs::ui {

/// One person or service: roles with their grants, keys with their fate, last use, and what can be done about them.
class PersonPanel final : public QWidget {
    Q_OBJECT
public:
    explicit PersonPanel(QWidget* parent = nullptr);
    /// @param line null: nobody is chosen. @param proposeOff why changes cannot be proposed; empty if they can.
    void setPerson(const query::PersonLine* line, const QString& proposeOff);
    void setRole(const query::RoleSummary& role);

Q_SIGNALS:
    void grantAsked();
    void endRoleAsked(qint64 grant);
    void reportAsked(const QString& fingerprint);
    void compromiseAsked(const QString& fingerprint);
    void entryAsked(qint64 entry);
    void caseAsked(qint64 entry);

private:
    void addHead(const query::PersonLine& line);
    void addRoles(const query::PersonLine& line, const QString& off);
    void addKeys(const query::PersonLine& line, const QString& off);

    QVBoxLayout* m_column;
};

} // namespace cs::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/prompter.h"

#include <vector>

namespace cs::fake {

/// Answers every question at once with what the test has set, and keeps what was asked.
class FakePrompter final : public ui::Prompter {
public:
    bool confirmAnswer = true;
    QString path; ///< answer of both file questions; empty: cancelled
    std::vector<ui::Confirmation> confirmations;
    std::vector<QString> told;
    QStringList proposedNames;

    void confirm(QWidget* parent, const ui::Confirmation& question, std::function<void(bool)> done) override;
    void tell(QWidget* parent, const QString& title, const QString& text, std::function<void()> done) override;
    void chooseOpenFile(
        QWidget* parent, const QString& title, const QStringList& filters, std::function<void(QString)> done) override;
    void chooseFolder(QWidget* parent, const QString& title, std::function<void(QString)> done) override;
    void chooseSaveFile(QWidget* parent, const QString& title, const QString& proposedName, const QStringList& filters,
        std::function<void(QString)> done) override;
};

} // namespace cs::fake

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake/fake_prompter.h"

namespace cs::fake {

void FakePrompter::confirm(QWidget*, const ui::Confirmation& question, std::function<void(bool)> done)
{
    confirmations.push_back(question);
    done(confirmAnswer);
}

void FakePrompter::tell(QWidget*, const QString& title, const QString& text, std::function<void()> done)
{
    told.push_back(title + QStringLiteral(": ") + text);
    done();
}

void FakePrompter::chooseOpenFile(QWidget*, const QString&, const QStringList&, std::function<void(QString)> done)
{
    done(path);
}

void FakePrompter::chooseFolder(QWidget*, const QString&, std::function<void(QString)> done)
{
    done(path);
}

void FakePrompter::chooseSaveFile(
    QWidget*, const QString&, const QString& proposedName, const QStringList&, std::function<void(QString)> done)
{
    proposedNames.append(proposedName);
    done(path);
}

} // namespace cs::fake

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/i18n/language.h"
#include "ui/shell/settings/preferences.h"
#include "ui/shell/window/session_store.h"
#include "ui/widgets/page.h"
#include "ui/widgets/prompter.h"

#include <QApplication>
#include <QHash>
#include <QTemporaryDir>

namespace cs::ui {

/// Answers at once with what the test put in.
class FakePrompter final : public Prompter {
public:
    bool confirmAnswer = true;
    QString path;
    QStringList asked;

    void confirm(QWidget*, const Confirmation& question, std::function<void(bool)> done) override
    {
        asked.append(question.title);
        done(confirmAnswer);
    }
    void tell(QWidget*, const QString& title, const QString&, std::function<void()> done) override
    {
        asked.append(title);
        done();
    }
    void chooseOpenFile(QWidget*, const QString& title, const QStringList&, std::function<void(QString)> done) override
    {
        asked.append(title);
        done(path);
    }
    void chooseFolder(QWidget*, const QString& title, std::function<void(QString)> done) override
    {
        asked.append(title);
        done(path);
    }
    void chooseSaveFile(
        QWidget*, const QString& title, const QString&, const QStringList&, std::function<void(QString)> done) override
    {
        asked.append(title);
        done(path);
    }
};

/// Keeps the window's state for one test.
class MemorySession final : public SessionStore {
public:
    QHash<QByteArray, QByteArray> values;
    QByteArray value(const QByteArray& key) const override { return values.value(key); }
    void setValue(const QByteArray& key, const QByteArray& value) override { values.insert(key, value); }
};

/// Settings in a folder that ends with the test.
struct FakeSettings {
    QTemporaryDir folder;
    Language language{*qApp};
    Preferences preferences{Settings(folder.filePath(QStringLiteral("settings.ini"))), language};
};

/// A screen that records what the shell tells it.
class FakePage final : public Page {
public:
    FakePage(QByteArray id, QString name, QString icon)
        : m_id(std::move(id))
        , m_title(std::move(name))
        , m_icon(std::move(icon))
    {
    }
    QByteArray navigationId() const override { return m_id; }
    QString title() const override { return m_title; }
    QString iconName() const override { return m_icon; }
    std::vector<Command> commands() override { return own; }
    void open(const QString& target) override { opened.append(target); }
    std::vector<Destination> destinations(const QString&) const override { return places; }
    QByteArray saveState() const override { return state; }
    void restoreState(const QByteArray& saved) override { state = saved; }

    std::vector<Command> own;
    std::vector<Destination> places;
    QStringList opened;
    QByteArray state;

private:
    QByteArray m_id;
    QString m_title;
    QString m_icon;
};

} // namespace cs::ui

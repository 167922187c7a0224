// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/page.h"

#include <vector>

class QVBoxLayout;

namespace cs::ui {

class FilterField;
class HeaderBar;
class Label;
class Preferences;
class SettingRow;

/// All settings on one page, made from the table: groups, a search field, and for each setting its name, its control,
/// what it means and the way back to its default. A change holds at once.
class SettingsPage final : public Page {
    Q_OBJECT
public:
    /// @param preferences must outlive the page.
    explicit SettingsPage(Preferences& preferences, QWidget* parent = nullptr);

    QByteArray navigationId() const override { return "settings"; }
    QString title() const override { return tr("Settings"); }
    QString iconName() const override { return QStringLiteral("settings"); }
    std::vector<Command> commands() override;
    /// @param target words to search for, or empty.
    void open(const QString& target) override;
    std::vector<Destination> destinations(const QString& typed) const override;

Q_SIGNALS:
    void loaded();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void search(const QString& words);
    void resetAll();

    Preferences& m_preferences;
    HeaderBar* m_header;
    FilterField* m_filter;
    QVBoxLayout* m_rows;
    Label* m_nothing;
    struct Group {
        Label* heading;
        std::vector<SettingRow*> rows;
    };
    std::vector<Group> m_groups;
};

} // namespace cs::ui

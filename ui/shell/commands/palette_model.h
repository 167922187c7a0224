// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QList>
#include <QString>

#include <functional>
#include <vector>

namespace cs::ui {

/// A row the palette can offer.
struct PaletteItem {
    enum class Group { GoTo, Do };
    Group group = Group::Do;
    QString icon;
    QString text;
    QString second;
    QString keys;
    QString offReason; ///< not empty: shown, cannot be chosen, says why
    std::function<void()> run;
};

/// The rows that fit a typed text, best first within their group, under the headings "Go to" and "Do".
class PaletteModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Roles { HeadingRole = Qt::UserRole + 1, SecondRole, KeysRole, OffRole, IconRole, BoldRole, SecondBoldRole };

    using QAbstractListModel::QAbstractListModel;

    /// @param typed with a leading ">" only commands are kept.
    void setItems(std::vector<PaletteItem> items, const QString& typed);
    const PaletteItem* item(const QModelIndex& index) const;
    int matches() const { return m_matches; }
    int offered() const { return m_offered; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        bool heading = false;
        PaletteItem item;
        QList<int> bold;
        QList<int> secondBold;
        int score = 0;
    };
    std::vector<Row> m_rows;
    int m_matches = 0;
    int m_offered = 0;
};

} // namespace cs::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/models_views.h"

#include <QWidget>

class QVBoxLayout;

namespace cs::ui {

class DigestLabel;

/// Beside the tabs of a version: identity, lineage, governance tags, serving, and what registries show of it.
class SidePanel final : public QWidget {
    Q_OBJECT
public:
    explicit SidePanel(QWidget* parent = nullptr);
    void setPage(const query::VersionPageView& page, UtcTime now);

Q_SIGNALS:
    void copied(const QString& what);
    void entryAsked(qint64 entry);
    void versionAsked(qint64 id);
    void registryAsked(const QString& name);

private:
    QVBoxLayout* section(const QString& title);
    void addFact(QVBoxLayout* section, const QString& label, const QString& value);
    void addFact(QVBoxLayout* section, const QString& label, QWidget* value);
    void addDigest(QVBoxLayout* section, const QString& label, const std::string& digest);
    void fillIdentity(const query::VersionPageView& page);
    void fillLineage(const query::VersionPageView& page);
    void fillTags(const query::VersionPageView& page);
    void fillServing(const query::VersionPageView& page);
    void fillStamps(const query::VersionPageView& page, UtcTime now);

    QVBoxLayout* m_column;
};

} // namespace cs::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"

#include <QWidget>

class QJsonObject;
class QStackedWidget;
class QTimer;
class QVBoxLayout;

namespace cs::ui {

class Face;
class Label;

/// A piece of evidence as the sandboxed reader saw it: text, Markdown, JSON, tables, test and scan summaries, images
/// and pages. The bytes themselves never come into this process.
class PreviewView final : public QWidget {
    Q_OBJECT
public:
    explicit PreviewView(WorkspaceService& service, QWidget* parent = nullptr);
    void setEvidence(const query::EvidenceView& evidence);
    void clear();
    int page() const { return m_page; }
    int pages() const { return m_pages; }

Q_SIGNALS:
    /// The preview really stood on the screen: a face, or a preview in a hidden pane, does not count.
    void shown(const cs::Digest& digest);
    /// The answer came and is painted, or an error stands in its place.
    void settled();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void request();
    void take(const Result<query::PreviewResult>& preview);
    void show(const query::PreviewResult& preview);
    QWidget* makeBody(const QJsonObject& facts, const query::PreviewResult& preview);
    QWidget* makeText(const QJsonObject& facts);
    QWidget* makeMarkdown(const QJsonObject& facts);
    QWidget* makeCsv(const QJsonObject& facts);
    QWidget* makeJunit(const QJsonObject& facts);
    QWidget* makeSarif(const QJsonObject& facts);
    QWidget* makePixels(const QJsonObject& facts, const query::PreviewResult& preview);
    QWidget* makePager(const QString& title);
    void addNotes(QVBoxLayout* column, const QJsonObject& facts);
    void tellShown();
    void turnTo(int page);

    WorkspaceService& m_service;
    query::EvidenceView m_evidence;
    QStackedWidget* m_stack;
    Face* m_face;
    QWidget* m_body = nullptr;
    QTimer* m_slow; ///< the grey bars come after 300 ms
    quint64 m_generation = 0;
    int m_page = 1;
    int m_pages = 1;
    double m_scale = 1;
    bool m_isShown = false;
};

} // namespace cs::ui

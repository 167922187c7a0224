// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/views.h"

#include <QWidget>

#include <optional>

class QStackedWidget;
class QTabBar;
class QVBoxLayout;

namespace cs::ui {

class Button;
class Face;
class JsonView;
class PanelHead;

/// One entry: the proof that it is in the tree, its payload, its signature, and what the laws say of it.
class EntryPane final : public QWidget {
    Q_OBJECT
public:
    explicit EntryPane(QWidget* parent = nullptr);
    /// @param verified the last full verification, if there was one
    void setEntry(const query::EntryDetail& detail, const std::optional<query::VerifyReport>& verified);
    void setVerified(const std::optional<query::VerifyReport>& verified);
    Face* face() { return m_face; }
    void showFace();
    qint64 entry() const { return m_detail.row.index; }
    const query::EntryDetail& detail() const { return m_detail; }

Q_SIGNALS:
    void exportProofAsked();
    void copied(const QString& what);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* addScrolled(QVBoxLayout*& column);
    void retranslate();
    void fillProof();
    void fillSignature();
    void fillLaws(const std::optional<query::VerifyReport>& verified);

    query::EntryDetail m_detail;
    std::optional<query::VerifyReport> m_verified;
    Button* m_copy;
    PanelHead* m_head;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    QStackedWidget* m_outer;
    Face* m_face;
    QVBoxLayout* m_proof = nullptr;
    QVBoxLayout* m_signature = nullptr;
    QVBoxLayout* m_laws = nullptr;
    JsonView* m_payload;
};

} // namespace cs::ui

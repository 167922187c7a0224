// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"

#include <QWidget>

#include <set>

class QPlainTextEdit;
class QVBoxLayout;

namespace cs::ui {

class ExactBytes;
class FactList;
class Label;

/// The content of the sign-off sheet: what the signature means, what it covers, what was opened, comment, exact bytes.
class SignOffBody final : public QWidget {
    Q_OBJECT
public:
    struct Page {
        query::PromotionView promotion;
        commands::Verdict verdict = commands::Verdict::Approve;
        std::vector<query::FillableLeafView> leaves;
        std::set<Digest> viewed;
        bool bytesOpen = true;
    };
    explicit SignOffBody(Page page, QWidget* parent = nullptr);

    QString comment() const;
    void setComment(const QString& words);
    qint64 commentMin() const { return m_commentMin; }
    /// Empty if the comment is long enough, else a sentence that says how much is missing.
    QString commentFault() const;
    void setPayload(const QByteArray& payload);
    /// Instead of the bytes, while there are none.
    void setPayloadNote(const QString& sentence);
    /// Nothing can be changed any more: the decision is on its way.
    void freeze(bool frozen);

Q_SIGNALS:
    void commentChanged();

private:
    void addMeaning(QVBoxLayout* column);
    void addCovers(QVBoxLayout* column);
    void addComment(QVBoxLayout* column);
    void addBytes(QVBoxLayout* column);
    QString openedText() const;
    /// Titles of what was not opened and is asked for, or is not.
    QStringList notOpened(bool askedFor) const;
    void addNotOpened(FactList* facts);
    void countComment();

    Page m_page;
    qint64 m_commentMin = 0;
    QPlainTextEdit* m_comment = nullptr;
    Label* m_counter = nullptr;
    ExactBytes* m_bytes = nullptr;
};

} // namespace cs::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/filter/complete.h"

#include <QPointer>
#include <QWidget>

class QKeyEvent;
class QTimer;

namespace cs::ui {

class CompletionList;
class FilterEdit;
class Label;
class TokenChip;

/// A field for the filter language: what is understood becomes a token with a cross, the rest is typed on; what is
/// wrong is underlined at once and said in a sentence. The tokens wrap, so that every filter in force is visible.
class TokenField final : public QWidget {
    Q_OBJECT
public:
    explicit TokenField(QWidget* parent = nullptr);
    ~TokenField() override;

    /// The whole filter, tokens and what is being typed.
    QString text() const;
    void setText(const QString& text);
    void clear() { setText({}); }
    void setPlaceholderText(const QString& text);
    /// For example "55 of 112,408"; empty hides it.
    void setResultText(const QString& text);
    /// A fault that only the workspace knows (an unknown stage), by its place in the UTF-8 bytes of text().
    void setFault(query::filter::Span at, const QString& sentence);
    /// Answer to completionAsked().
    void setCompletions(const std::vector<query::filter::Completion>& lines);
    QStringList tokens() const;
    bool isFaulty() const { return !m_sentence.isEmpty(); }
    const QString& faultSentence() const { return m_sentence; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// 40 ms after the last key, or at once when a token came or went. Not while the text is wrong.
    void filterChanged(const QString& text);
    void completionAsked(const QString& text, int cursor);
    /// Empty when everything is understood.
    void faultChanged(const QString& sentence);
    /// The arrow key down, or Return, without completions: on to the rows.
    void leftDown();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void onEdited(const QString& text);
    void onKey(QKeyEvent* event, bool* taken);
    bool completionKey(int key);
    bool isPlainWord() const;
    void takeTokens(bool all);
    void addChip(const QString& token);
    void removeChip(TokenChip* chip);
    void acceptCompletion();
    void hideCompletions();
    void showFault();
    void markChip(query::filter::Span at, const QString& sentence);
    void setSentence(const QString& sentence);
    void emitNow();
    void place();
    void retranslate();
    QString before() const; ///< tokens in front of the edit, with a blank at the end

    FilterEdit* m_edit;
    Label* m_result;
    QTimer* m_timer;
    QList<TokenChip*> m_chips;
    QPointer<CompletionList> m_list;
    QString m_sent, m_sentence;
    bool m_quiet = false;
};

} // namespace cs::ui

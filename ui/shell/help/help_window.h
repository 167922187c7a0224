// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QListWidget;
class QSplitter;
class QTextBrowser;

namespace cs::ui {

class Button;
class FilterField;
class Label;

/// The handbook in a window of its own: contents, search, the page. It loads nothing from anywhere.
class HelpWindow final : public QWidget {
    Q_OBJECT
public:
    explicit HelpWindow(QWidget* parent);

    /// Shows a page and brings the window to the front. Unknown ids show the index.
    void showPage(const QString& id);
    QString page() const { return m_page; }

Q_SIGNALS:
    void shortcutsAsked();

protected:
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
    void fillList(const QString& words);
    void follow(const QUrl& link);
    void setPage(const QString& id);

    FilterField* m_search;
    QListWidget* m_list;
    Label* m_nothing;
    QTextBrowser* m_text;
    Button* m_shortcuts;
    QString m_page;
};

} // namespace cs::ui

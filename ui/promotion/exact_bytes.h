// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace cs::ui {

class Button;
class JsonView;
class Label;

/// The exact bytes that a button would sign, under a fold; instead of them a sentence while there are none.
class ExactBytes final : public QWidget {
    Q_OBJECT
public:
    explicit ExactBytes(bool open, QWidget* parent = nullptr);
    void setPayload(const QByteArray& payload);
    void setNote(const QString& sentence);

private:
    void fold();

    bool m_open;
    Button* m_fold;
    Label* m_size;
    JsonView* m_json;
    Label* m_note;
    QByteArray m_payload;
};

} // namespace cs::ui

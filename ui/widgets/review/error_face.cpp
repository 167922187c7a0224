// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/review/error_face.h"

#include "ui/widgets/face.h"
#include "ui/widgets/words.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>

namespace cs::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cs::ui::Review)
};

} // namespace

void showError(Face& face, const QString& heading, const Error& error, std::function<void()> retry)
{
    face.setFace(QStringLiteral("failed"), Role::Failed, heading,
        Words::tr("%1 Nothing was changed.").arg(errorWords(error)), error.code());
    face.clearSteps();
    if (retry) {
        Button* again = face.addStep(Button::Kind::Primary, Words::tr("Try again"), QStringLiteral("refresh"));
        again->setObjectName(QStringLiteral("tryAgain"));
        QObject::connect(again, &Button::triggered, &face, std::move(retry));
    }
    Button* copy = face.addStep(Button::Kind::Outlined, Words::tr("Copy details"), QStringLiteral("copy"));
    copy->setObjectName(QStringLiteral("copyDetails"));
    const QString details = error.code() % QStringLiteral(": ") % error.message();
    QObject::connect(copy, &Button::triggered, &face, [details] { QGuiApplication::clipboard()->setText(details); });
}

} // namespace cs::ui

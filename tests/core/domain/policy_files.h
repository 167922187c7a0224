// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/policy.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

#include <functional>

/// The shipped policies, and edits of them.
namespace cs::test {

inline std::string shipped(const char* name)
{
    QFile file(QStringLiteral(CS_POLICY_DIR) + QLatin1Char('/') + QLatin1String(name));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name;
    return file.readAll().toStdString();
}
inline std::string defaultPolicy()
{
    return shipped("default-policy.json");
}
inline std::string smallTeamPolicy()
{
    return shipped("small-team-policy.json");
}

/// Sets (or with an undefined value removes) the member at a path such as "gates/g.x/require/all/3/check/op".
inline QJsonValue withMember(const QJsonValue& node, const QStringList& path, const QJsonValue& value)
{
    if (path.isEmpty())
        return value;
    if (node.isArray()) {
        QJsonArray list = node.toArray();
        const int i = path.first().toInt();
        const QJsonValue changed = withMember(i < list.size() ? list.at(i) : QJsonValue(), path.mid(1), value);
        if (i >= list.size())
            list.append(changed);
        else if (changed.isUndefined())
            list.removeAt(i);
        else
            list.replace(i, changed);
        return list;
    }
    QJsonObject object = node.toObject();
    const QJsonValue changed = withMember(object.value(path.first()), path.mid(1), value);
    if (changed.isUndefined())
        object.remove(path.first());
    else
        object.insert(path.first(), changed);
    return object;
}

inline QJsonValue literal(const char* json)
{
    const auto document = QJsonDocument::fromJson(QByteArray("[") + json + "]");
    EXPECT_TRUE(document.isArray()) << json;
    return document.array().at(0);
}
inline QJsonValue memberAt(const std::string& bytes, const char* path)
{
    QJsonValue node = QJsonDocument::fromJson(QByteArray::fromStdString(bytes)).object();
    for (const QString& step : QString::fromLatin1(path).split(QLatin1Char('/')))
        node = node.isArray() ? node.toArray().at(step.toInt()) : node.toObject().value(step);
    return node;
}
/// @param json the new value as JSON; null pointer removes the member.
inline std::string edited(const std::string& bytes, const char* path, const char* json)
{
    const QJsonValue value = json == nullptr ? QJsonValue(QJsonValue::Undefined) : literal(json);
    const QJsonValue root = QJsonDocument::fromJson(QByteArray::fromStdString(bytes)).object();
    return QJsonDocument(withMember(root, QString::fromLatin1(path).split(QLatin1Char('/')), value).toObject())
        .toJson(QJsonDocument::Compact)
        .toStdString();
}

} // namespace cs::test

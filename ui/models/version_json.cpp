// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/version_json.h"

#include "core/base/json.h"
#include "ui/widgets/json_view.h"

namespace cs::ui {

namespace {

void member(json::Writer& out, const char* name, const std::string& text)
{
    if (!text.empty()) {
        out.member(name, std::string_view(text));
    }
}

} // namespace

QString versionJson(const query::VersionPageView& page)
{
    json::Writer out;
    out.beginObject().member("schema", std::string_view("countersign.version/1"));
    member(out, "id", page.row.id.text());
    member(out, "model", page.row.modelName);
    member(out, "label", page.row.label);
    member(out, "stage", page.row.stage);
    member(out, "risk", page.row.risk);
    out.key("regulated").boolean(page.row.regulated);
    out.key("held").boolean(page.row.held);
    member(out, "artifact", page.row.artifact);
    member(out, "image", page.image);
    member(out, "code", page.code);
    member(out, "dataDigest", page.dataDigest);
    member(out, "registered", page.registeredAt.text());
    out.member("entry", page.entry);
    out.key("stages").beginArray();
    for (const query::StageStep& step : page.stages) {
        out.beginObject().member("stage", std::string_view(step.stage));
        member(out, "since", step.since.text());
        member(out, "cause", step.cause);
        if (step.promotion) {
            out.member("promotion", step.promotionNumber);
        }
        out.member("entry", step.entry).endObject();
    }
    out.endArray();
    out.key("evidence").beginArray();
    for (const query::EvidenceView& item : page.evidence) {
        out.beginObject().member("kind", std::string_view(item.kind));
        member(out, "sha", item.digest.text());
        out.member("entry", item.entry).endObject();
    }
    out.endArray().endObject();
    return JsonView::pretty(QByteArray::fromStdString(out.take()));
}

} // namespace cs::ui

package io.greenroom.kernel.road;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.kernel.http.AcceptHeader;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes the bodies of refusals: JSON, or XML for callers that prefer it. The vendor also answered XML to callers that
 * accepted anything, which is a setting.
 */
final class ErrorBody {
    private static final String XML = "application/xml";
    private static final String JSON = "application/json";
    private static final String PROLOGUE = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    /** Characters that no XML document may contain. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    /** Maximum number of field errors in one response. */
    private static final int MOST_FAULTS = 100;

    private final boolean xmlForAny;

    /**
     * A writer.
     *
     * @param xmlForAny whether callers that accept any type get XML
     */
    ErrorBody(boolean xmlForAny) {
        this.xmlForAny = xmlForAny;
    }

    Answer answer(Request request, Refusal refusal) {
        int status = refusal.failure().status();
        Doc body = body(refusal);
        return isXml(AcceptHeader.of(request))
                ? Answer.text(status, XML + ";charset=UTF-8", xml(body))
                : Answer.json(status, Json.write(body).getBytes(StandardCharsets.UTF_8));
    }

    private boolean isXml(AcceptHeader accept) {
        return xmlForAny
                ? accept.accepts(XML) && !accept.names(JSON)
                : accept.names(XML) && accept.weight(XML) > accept.weight(JSON);
    }

    private static Doc body(Refusal refusal) {
        Doc body = new Doc(Schema.anyObject())
                .put("code", refusal.failure().code())
                .put("message", refusal.message());
        refusal.failure().extra().forEach(body::put);
        if (!refusal.faults().isEmpty()) {
            body.put(
                    "errors",
                    refusal.faults().stream()
                            .limit(MOST_FAULTS)
                            .map(fault -> new Doc(body.schema())
                                    .put("field", fault.field())
                                    .put("message", fault.message()))
                            .toList());
        }
        return body;
    }

    private static String xml(Doc body) {
        StringBuilder xml = new StringBuilder(PROLOGUE);
        write(xml, "result", body);
        return xml.toString();
    }

    /** An element; of a list, one element for each item. */
    private static void write(StringBuilder xml, String name, @Nullable Object value) {
        if (value instanceof List<?> items) {
            items.forEach(item -> write(xml, name, item));
            return;
        }
        xml.append('<').append(name).append('>');
        if (value instanceof Doc doc) {
            doc.names().forEach(field -> write(xml, field, doc.get(field)));
        } else {
            xml.append(escaped(String.valueOf(value)));
        }
        xml.append("</").append(name).append('>');
    }

    private static String escaped(String text) {
        return NOT_XML.matcher(text)
                .replaceAll("\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}

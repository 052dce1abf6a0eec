package io.greenroom.kernel.toy;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A response.
 *
 * @param headers by their names in lower case
 */
public record Reply(int status, Map<String, String> headers, String text) {

    public Doc json() {
        return Json.read(Schema.anyObject(), text);
    }

    /** A header, empty when it is not there. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
    }

    /** Status, code and message of a refusal, as {@code 404/2300 This API endpoint is not recognized.} */
    public String refusal() {
        Doc body = json();
        return status + "/" + body.number("code") + " " + body.text("message");
    }

    /** The faults of single fields by their places. */
    public Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        json().docs("errors").forEach(fault -> faults.put(fault.text("field"), fault.text("message")));
        return faults;
    }

    /** The texts of one field of all documents of a list. */
    public List<String> each(String list, String field) {
        return json().docs(list).stream().map(item -> item.text(field)).toList();
    }
}

package io.greenroom.contract;

import java.util.Set;

/**
 * The body of a request.
 *
 * @param schema an object
 * @param forms the accepted media types
 * @param required whether it must be present
 */
public record Body(Schema schema, Set<Form> forms, boolean required) {

    /** A media type of request bodies. */
    public enum Form {
        JSON("application/json"),
        MULTIPART("multipart/form-data"),

        /** YAML, or JSON. The body is not parsed: its {@code text} and {@code format} are the schema's properties. */
        YAML("application/yaml");

        private final String mediaType;

        Form(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }
}

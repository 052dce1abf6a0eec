package io.greenroom.contract;

import java.util.Set;

/**
 * What a request carries.
 *
 * @param schema an object
 * @param forms the media types that it may come in
 * @param required whether it must be there
 */
public record Body(Schema schema, Set<Form> forms, boolean required) {

    /** A media type of request bodies. */
    public enum Form {
        JSON("application/json"),
        MULTIPART("multipart/form-data");

        private final String mediaType;

        Form(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }
}

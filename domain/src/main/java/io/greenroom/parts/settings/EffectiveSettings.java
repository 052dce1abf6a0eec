package io.greenroom.parts.settings;

import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.HostSettings;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings in force for one owner. Reading single ones, by dotted names such as {@code in_meeting.chat}, costs the
 * same however many there are. It holds what its unit has read, and must not outlive that unit.
 */
public final class EffectiveSettings implements HostSettings {
    private final Schema schema;
    private final List<Layer> above;
    private final List<Layer> layers;
    private final List<SettingAlias> aliases;

    /**
     * The settings in force.
     *
     * @param above the layers above the owner's own
     * @param own the owner's own layer, empty where nothing has been decided
     */
    EffectiveSettings(Schema schema, List<Layer> above, List<Layer> own, List<SettingAlias> aliases) {
        this.schema = schema;
        this.above = above;
        this.layers = Stream.concat(above.stream(), own.stream()).toList();
        this.aliases = aliases;
    }

    /** A setting, and what the layers say of the group that it is in. */
    private record Spot(Property property, List<Layer> above, List<Layer> layers) {
        private Spot below(Property property) {
            String group = this.property.name();
            return new Spot(property, Layer.below(above, group), Layer.below(layers, group));
        }
    }

    /** All of them, under both names where they have two; the document is the caller's to change. */
    public Doc document() {
        Doc settings = merge(schema, layers);
        aliases.forEach(alias -> alias.show(settings));
        return settings;
    }

    /** Whether a layer above the owner's own has locked it. */
    @Override
    public boolean isLocked(String setting) {
        Spot spot = find(kept(setting));
        return spot.above.stream().anyMatch(layer -> layer.locks(spot.property.name()));
    }

    List<Layer> above() {
        return above;
    }

    @Override
    public Optional<Object> value(String setting) {
        Spot spot = find(kept(setting));
        return value(spot.property, spot.layers);
    }

    private String kept(String setting) {
        return aliases.stream()
                .filter(alias -> alias.dotted().equals(setting))
                .map(SettingAlias::keptDotted)
                .findFirst()
                .orElse(setting);
    }

    private Spot find(String setting) {
        Spot spot = null;
        for (String name : setting.split("\\.")) {
            Schema group = spot == null ? schema : spot.property.schema();
            Property property = group.property(name)
                    .orElseThrow(() -> new ContractViolation(schema + " has no setting " + setting));
            spot = spot == null ? new Spot(property, above, layers) : spot.below(property);
        }
        if (spot == null || spot.property.schema().type() == Schema.Type.OBJECT) {
            throw new ContractViolation(schema + " has no single setting " + setting);
        }
        return spot;
    }

    private static Doc merge(Schema schema, List<Layer> layers) {
        Doc settings = new Doc(schema);
        for (Property property : schema.properties()) {
            value(property, layers).ifPresent(value -> settings.put(property.name(), value));
        }
        return settings;
    }

    /** The value in force of a setting or of a group of them. */
    private static Optional<Object> value(Property property, List<Layer> layers) {
        String name = property.name();
        if (property.schema().type() == Schema.Type.OBJECT) {
            return Optional.of(merge(property.schema(), Layer.below(layers, name)));
        }
        Object value = property.schema().standard();
        for (Layer layer : layers) {
            value = layer.value(name, value);
            if (layer.locks(name)) {
                break;
            }
        }
        return Optional.ofNullable(value);
    }
}

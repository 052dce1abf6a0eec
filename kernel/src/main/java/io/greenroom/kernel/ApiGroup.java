package io.greenroom.kernel;

import io.greenroom.kernel.store.Table;
import java.util.List;

/** One group of the API: its tables and its operations. */
public interface ApiGroup {

    /** The tables that this group owns. */
    List<Table> tables();

    /** Binds each operation of the group, its fact listeners and its due-time listeners. Called once, at start. */
    void bind(Bindings on);
}

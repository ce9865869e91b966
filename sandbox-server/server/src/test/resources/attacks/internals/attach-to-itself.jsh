//! ends: exception | compile-error
Class.forName("com.sun.tools.attach.VirtualMachine").getMethod("attach", String.class).invoke(null, "" + ProcessHandle.current().pid());

//! ends: exception
var linker = java.lang.foreign.Linker.nativeLinker();
var getpid = linker.downcallHandle(linker.defaultLookup().find("getpid").get(), java.lang.foreign.FunctionDescriptor.of(java.lang.foreign.ValueLayout.JAVA_INT));
(int) getpid.invokeExact()
